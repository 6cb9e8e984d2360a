/** A finding of checkov that is as it should be: which check, of which resources, and why. */
export type Explained = { check: string; resource: RegExp; because: string };

/** Every finding that is not fixed. One that no longer occurs fails the run, so that the list says what is. */
export const explained: readonly Explained[] = [
  {
    check: 'CKV_AWS_111',
    resource: /^AWS::IAM::Policy\.(Collect|Transform|Live)RoleDefaultPolicy/,
    because: 'network interfaces of functions beside MSK have ids that nobody knows beforehand',
  },
  {
    check: 'CKV_AWS_115',
    resource: /^AWS::Lambda::Function\./,
    because:
      'a reserve is taken from all other functions: an environment states one where it is wanted, and alarms watch throttles',
  },
  {
    check: 'CKV_AWS_116',
    resource: /^AWS::Lambda::Function\.(AWS679f|Custom)/,
    because: 'functions of the CDK are called by CloudFormation, which waits for their answer',
  },
  {
    check: 'CKV_AWS_117',
    resource: /^AWS::Lambda::Function\./,
    because: 'nothing that functions need is in a network, unless the stream is MSK: then collect is in it',
  },
  {
    check: 'CKV_AWS_158',
    resource: /^AWS::Logs::LogGroup\.FirewallLog/,
    because: 'it holds addresses of refused requests only, and the lake’s key may be in another region',
  },
  {
    check: 'CKV_AWS_173',
    resource: /^AWS::Lambda::Function\./,
    because: 'settings are names, never secrets, and are encrypted by the service’s own key',
  },
  {
    check: 'CKV_AWS_174',
    resource: /^AWS::CloudFront::Distribution\./,
    because:
      'without a domain CloudFront’s own certificate serves, whose protocol cannot be chosen; with one it is TLS 1.2',
  },
  {
    check: 'CKV_AWS_68',
    resource: /^AWS::CloudFront::Distribution\./,
    because: 'a firewall is a choice of the environment: dev goes without',
  },
  {
    check: 'CKV_AWS_18',
    resource: /^AWS::S3::Bucket\.(AccessLogs|Dashboard)Bucket$/,
    because: 'one receives the logs of the others, the other has the page’s files, which are public',
  },
  {
    check: 'CKV_AWS_21',
    resource: /^AWS::S3::Bucket\.(AccessLogs|Dashboard|Silver|Gold|Work)Bucket$/,
    because: 'Iceberg has versions of its own, and what the others hold is made again',
  },
  {
    check: 'CKV_AWS_27',
    resource: /^AWS::SQS::Queue\.DeadLetters$/,
    because: 'it is encrypted by SQS’s own key, which the check does not see',
  },
  {
    check: 'CKV_AWS_67',
    resource: /^AWS::CloudTrail::Trail\./,
    because: 'each region has a trail of its own, with the lake it watches',
  },
  {
    check: 'CKV_AWS_86',
    resource: /^AWS::CloudFront::Distribution\./,
    because: 'the gateway notes requests; addresses of players are personal data',
  },
];
