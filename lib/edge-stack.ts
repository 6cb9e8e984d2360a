import { Duration, SecretValue } from 'aws-cdk-lib';
import type { BehaviorOptions } from 'aws-cdk-lib/aws-cloudfront';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { edgeName } from './constructs/edge-names.ts';
import { firewall } from './constructs/firewall.ts';
import { privateBucket } from './constructs/zone-bucket.ts';
import { LakeStack, type Place, pin } from './lake-stack.ts';
import type { SharedStack } from './shared-stack.ts';

/** Paths that the gateway answers; all others are files of the dashboard. */
const GATEWAY_PATHS = ['/v1/*', '/api/*', '/health'];

type EdgeProps = {
  place: Place;
  /** Host name of the gateway, or of all regions’ gateways. */
  gatewayHost: string;
  /** Holds the secret that requests carry. */
  after: SharedStack;
};

/** The front door: CloudFront before the gateway and the dashboard's files, and the firewall before CloudFront. */
export class EdgeStack extends LakeStack {
  readonly distribution: Distribution;
  readonly dashboard: Bucket;
  readonly webAcl: CfnWebACL | undefined;

  constructor(scope: Construct, { place, gatewayHost, after }: EdgeProps) {
    super(scope, 'edge', {
      place,
      description: 'CloudFront before the gateway and the dashboard, the firewall before it',
    });
    this.addStackDependency(after);
    const { environment, names } = place;
    this.webAcl = environment.edge?.firewall ? firewall(this) : undefined;
    this.dashboard = this.dashboardBucket();
    const gateway = this.gatewayBehaviour(gatewayHost);
    const name = edgeName(this);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: names.of('edge'),
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.dashboard as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.pageHeaders(),
      },
      additionalBehaviors: Object.fromEntries(GATEWAY_PATHS.map(path => [path, gateway])),
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(this.webAcl && { webAclId: this.webAcl.attrArn }),
      ...name.distribution,
    });
    acknowledge(this.distribution, {
      CFR1: 'players are everywhere',
      CFR2: 'a firewall is a choice of the environment',
      CFR3: 'the gateway notes requests; addresses of players are personal data',
      CFR4: 'without a domain of its own it has CloudFront’s certificate, whose protocol cannot be chosen',
    });
    name.answerWith(this.distribution);
  }

  private dashboardBucket(): Bucket {
    const bucket = new Bucket(this, 'Dashboard', {
      ...privateBucket(this),
      bucketName: this.place.names.bucket('dashboard'),
      encryption: BucketEncryption.S3_MANAGED,
    });
    pin(bucket, 'DashboardBucket');
    acknowledge(bucket, { S1: 'it has only the page’s files, which everybody may read through CloudFront' });
    return bucket;
  }

  /** The secret header tells collect and api that a request has come this way. */
  private gatewayBehaviour(host: string): BehaviorOptions {
    const secret = SecretValue.secretsManager(this.place.names.edgeSecret).unsafeUnwrap();
    return {
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { 'x-playlake-edge': secret },
        readTimeout: Duration.seconds(30),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
  }

  private pageHeaders(): ResponseHeadersPolicy {
    // a host's wildcard may only stand for its beginning
    const signIns = this.place.environment.regions
      .map(region => `https://cognito-idp.${region}.amazonaws.com`)
      .join(' ');
    return new ResponseHeadersPolicy(this, 'PageHeaders', {
      responseHeadersPolicyName: this.place.names.of('page'),
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${signIns}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }
}
