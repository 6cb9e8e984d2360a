// Rendered from glue/fields.yaml and glue/contracts by 'npm run render'. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// glue/rendering/validators.js
var common = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:common", type: "object", required: ["event_id", "client_time"], properties: { event_id: { type: "string", minLength: 1, maxLength: 64 }, client_time: { type: ["string", "number"] }, session_id: { type: ["string", "null"], minLength: 1, maxLength: 64 }, platform: { type: ["string", "null"], maxLength: 32 }, app_version: { type: ["string", "null"], maxLength: 32 }, country: { type: ["string", "null"], pattern: "^[A-Z]{2}$" }, locale: { type: ["string", "null"], maxLength: 35 }, device_model: { type: ["string", "null"], maxLength: 64 }, engine: { type: ["string", "null"], maxLength: 64 }, environment: { type: ["string", "null"], enum: ["production", "test", null] }, acquisition_source: { type: ["string", "null"], maxLength: 64 }, attributes: { type: ["object", "null"], additionalProperties: { type: ["string", "number", "boolean"] }, maxProperties: 50 } } }, func1 = require_ucs2length().default, pattern4 = new RegExp("^[A-Z]{2}$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_id === void 0 && (missing0 = "event_id") || data.client_time === void 0 && (missing0 = "client_time"))
        return validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema31.required, parentSchema: schema31, data }], !1;
      if (data.event_id !== void 0) {
        let data0 = data.event_id, _errs1 = errors;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate20.errors = [{ instancePath: instancePath + "/event_id", schemaPath: "#/properties/event_id/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema31.properties.event_id, data: data0 }], !1;
            if (data0.length < 2 && func1(data0) < 1)
              return validate20.errors = [{ instancePath: instancePath + "/event_id", schemaPath: "#/properties/event_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema31.properties.event_id, data: data0 }], !1;
          } else
            return validate20.errors = [{ instancePath: instancePath + "/event_id", schemaPath: "#/properties/event_id/type", keyword: "type", params: { type: "string" }, schema: schema31.properties.event_id.type, parentSchema: schema31.properties.event_id, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.client_time !== void 0) {
          let data1 = data.client_time, _errs3 = errors;
          if (typeof data1 != "string" && !(typeof data1 == "number" && isFinite(data1)))
            return validate20.errors = [{ instancePath: instancePath + "/client_time", schemaPath: "#/properties/client_time/type", keyword: "type", params: { type: schema31.properties.client_time.type }, schema: schema31.properties.client_time.type, parentSchema: schema31.properties.client_time, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.session_id !== void 0) {
            let data2 = data.session_id, _errs5 = errors;
            if (typeof data2 != "string" && data2 !== null)
              return validate20.errors = [{ instancePath: instancePath + "/session_id", schemaPath: "#/properties/session_id/type", keyword: "type", params: { type: schema31.properties.session_id.type }, schema: schema31.properties.session_id.type, parentSchema: schema31.properties.session_id, data: data2 }], !1;
            if (errors === _errs5 && typeof data2 == "string") {
              if (data2.length > 64 && func1(data2) > 64)
                return validate20.errors = [{ instancePath: instancePath + "/session_id", schemaPath: "#/properties/session_id/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema31.properties.session_id, data: data2 }], !1;
              if (data2.length < 2 && func1(data2) < 1)
                return validate20.errors = [{ instancePath: instancePath + "/session_id", schemaPath: "#/properties/session_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema31.properties.session_id, data: data2 }], !1;
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.platform !== void 0) {
              let data3 = data.platform, _errs7 = errors;
              if (typeof data3 != "string" && data3 !== null)
                return validate20.errors = [{ instancePath: instancePath + "/platform", schemaPath: "#/properties/platform/type", keyword: "type", params: { type: schema31.properties.platform.type }, schema: schema31.properties.platform.type, parentSchema: schema31.properties.platform, data: data3 }], !1;
              if (errors === _errs7 && typeof data3 == "string" && data3.length > 32 && func1(data3) > 32)
                return validate20.errors = [{ instancePath: instancePath + "/platform", schemaPath: "#/properties/platform/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema31.properties.platform, data: data3 }], !1;
              var valid0 = _errs7 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.app_version !== void 0) {
                let data4 = data.app_version, _errs9 = errors;
                if (typeof data4 != "string" && data4 !== null)
                  return validate20.errors = [{ instancePath: instancePath + "/app_version", schemaPath: "#/properties/app_version/type", keyword: "type", params: { type: schema31.properties.app_version.type }, schema: schema31.properties.app_version.type, parentSchema: schema31.properties.app_version, data: data4 }], !1;
                if (errors === _errs9 && typeof data4 == "string" && data4.length > 32 && func1(data4) > 32)
                  return validate20.errors = [{ instancePath: instancePath + "/app_version", schemaPath: "#/properties/app_version/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema31.properties.app_version, data: data4 }], !1;
                var valid0 = _errs9 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.country !== void 0) {
                  let data5 = data.country, _errs11 = errors;
                  if (typeof data5 != "string" && data5 !== null)
                    return validate20.errors = [{ instancePath: instancePath + "/country", schemaPath: "#/properties/country/type", keyword: "type", params: { type: schema31.properties.country.type }, schema: schema31.properties.country.type, parentSchema: schema31.properties.country, data: data5 }], !1;
                  if (errors === _errs11 && typeof data5 == "string" && !pattern4.test(data5))
                    return validate20.errors = [{ instancePath: instancePath + "/country", schemaPath: "#/properties/country/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{2}$" }, schema: "^[A-Z]{2}$", parentSchema: schema31.properties.country, data: data5 }], !1;
                  var valid0 = _errs11 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.locale !== void 0) {
                    let data6 = data.locale, _errs13 = errors;
                    if (typeof data6 != "string" && data6 !== null)
                      return validate20.errors = [{ instancePath: instancePath + "/locale", schemaPath: "#/properties/locale/type", keyword: "type", params: { type: schema31.properties.locale.type }, schema: schema31.properties.locale.type, parentSchema: schema31.properties.locale, data: data6 }], !1;
                    if (errors === _errs13 && typeof data6 == "string" && data6.length > 35 && func1(data6) > 35)
                      return validate20.errors = [{ instancePath: instancePath + "/locale", schemaPath: "#/properties/locale/maxLength", keyword: "maxLength", params: { limit: 35 }, schema: 35, parentSchema: schema31.properties.locale, data: data6 }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.device_model !== void 0) {
                      let data7 = data.device_model, _errs15 = errors;
                      if (typeof data7 != "string" && data7 !== null)
                        return validate20.errors = [{ instancePath: instancePath + "/device_model", schemaPath: "#/properties/device_model/type", keyword: "type", params: { type: schema31.properties.device_model.type }, schema: schema31.properties.device_model.type, parentSchema: schema31.properties.device_model, data: data7 }], !1;
                      if (errors === _errs15 && typeof data7 == "string" && data7.length > 64 && func1(data7) > 64)
                        return validate20.errors = [{ instancePath: instancePath + "/device_model", schemaPath: "#/properties/device_model/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema31.properties.device_model, data: data7 }], !1;
                      var valid0 = _errs15 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.engine !== void 0) {
                        let data8 = data.engine, _errs17 = errors;
                        if (typeof data8 != "string" && data8 !== null)
                          return validate20.errors = [{ instancePath: instancePath + "/engine", schemaPath: "#/properties/engine/type", keyword: "type", params: { type: schema31.properties.engine.type }, schema: schema31.properties.engine.type, parentSchema: schema31.properties.engine, data: data8 }], !1;
                        if (errors === _errs17 && typeof data8 == "string" && data8.length > 64 && func1(data8) > 64)
                          return validate20.errors = [{ instancePath: instancePath + "/engine", schemaPath: "#/properties/engine/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema31.properties.engine, data: data8 }], !1;
                        var valid0 = _errs17 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.environment !== void 0) {
                          let data9 = data.environment, _errs19 = errors;
                          if (typeof data9 != "string" && data9 !== null)
                            return validate20.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: schema31.properties.environment.type }, schema: schema31.properties.environment.type, parentSchema: schema31.properties.environment, data: data9 }], !1;
                          if (!(data9 === "production" || data9 === "test" || data9 === null))
                            return validate20.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/enum", keyword: "enum", params: { allowedValues: schema31.properties.environment.enum }, schema: schema31.properties.environment.enum, parentSchema: schema31.properties.environment, data: data9 }], !1;
                          var valid0 = _errs19 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0) {
                          if (data.acquisition_source !== void 0) {
                            let data10 = data.acquisition_source, _errs21 = errors;
                            if (typeof data10 != "string" && data10 !== null)
                              return validate20.errors = [{ instancePath: instancePath + "/acquisition_source", schemaPath: "#/properties/acquisition_source/type", keyword: "type", params: { type: schema31.properties.acquisition_source.type }, schema: schema31.properties.acquisition_source.type, parentSchema: schema31.properties.acquisition_source, data: data10 }], !1;
                            if (errors === _errs21 && typeof data10 == "string" && data10.length > 64 && func1(data10) > 64)
                              return validate20.errors = [{ instancePath: instancePath + "/acquisition_source", schemaPath: "#/properties/acquisition_source/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema31.properties.acquisition_source, data: data10 }], !1;
                            var valid0 = _errs21 === errors;
                          } else
                            var valid0 = !0;
                          if (valid0)
                            if (data.attributes !== void 0) {
                              let data11 = data.attributes, _errs23 = errors;
                              if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null)
                                return validate20.errors = [{ instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/type", keyword: "type", params: { type: schema31.properties.attributes.type }, schema: schema31.properties.attributes.type, parentSchema: schema31.properties.attributes, data: data11 }], !1;
                              if (errors === _errs23 && data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                if (Object.keys(data11).length > 50)
                                  return validate20.errors = [{ instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/maxProperties", keyword: "maxProperties", params: { limit: 50 }, schema: 50, parentSchema: schema31.properties.attributes, data: data11 }], !1;
                                for (let key0 in data11) {
                                  let data12 = data11[key0], _errs26 = errors;
                                  if (typeof data12 != "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 != "boolean")
                                    return validate20.errors = [{ instancePath: instancePath + "/attributes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/attributes/additionalProperties/type", keyword: "type", params: { type: schema31.properties.attributes.additionalProperties.type }, schema: schema31.properties.attributes.additionalProperties.type, parentSchema: schema31.properties.attributes.additionalProperties, data: data12 }], !1;
                                  var valid1 = _errs26 === errors;
                                  if (!valid1)
                                    break;
                                }
                              }
                              var valid0 = _errs23 === errors;
                            } else
                              var valid0 = !0;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema31.type, parentSchema: schema31, data }], !1;
  return validate20.errors = vErrors, errors === 0;
}
validate20.evaluated = { props: { event_id: !0, client_time: !0, session_id: !0, platform: !0, app_version: !0, country: !0, locale: !0, device_model: !0, engine: !0, environment: !0, acquisition_source: !0, attributes: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_ad_impression = validate21, schema32 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:ad_impression:1.0.0:stored", type: "object", required: ["event_type", "player_key"], properties: { event_type: { type: "string", maxLength: 64, const: "ad_impression" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: ["object", "null"], properties: { ad_network: { type: ["string", "null"], maxLength: 64 }, ad_placement: { type: ["string", "null"], maxLength: 64 }, ad_format: { type: ["string", "null"], enum: ["banner", "interstitial", "rewarded", "native", "offerwall", "other", null] }, ad_revenue_micros: { type: ["integer", "null"], minimum: 0, maximum: 1e12 }, currency: { type: ["string", "null"], pattern: "^[A-Z]{3}$" } } } } }, pattern5 = new RegExp("^[A-Z]{3}$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key"))
        return validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema32.required, parentSchema: schema32, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "ad_impression")
          return validate21.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "ad_impression" }, schema: "ad_impression", parentSchema: schema32.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate21.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema32.properties.event_type, data: data0 }], !1;
          } else
            return validate21.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema32.properties.event_type.type, parentSchema: schema32.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate21.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema32.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate21.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema32.properties.player_key, data: data1 }], !1;
            } else
              return validate21.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema32.properties.player_key.type, parentSchema: schema32.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null)
              return validate21.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: schema32.properties.properties.type }, schema: schema32.properties.properties.type, parentSchema: schema32.properties.properties, data: data2 }], !1;
            if (errors === _errs5 && data2 && typeof data2 == "object" && !Array.isArray(data2)) {
              if (data2.ad_network !== void 0) {
                let data3 = data2.ad_network, _errs7 = errors;
                if (typeof data3 != "string" && data3 !== null)
                  return validate21.errors = [{ instancePath: instancePath + "/properties/ad_network", schemaPath: "#/properties/properties/properties/ad_network/type", keyword: "type", params: { type: schema32.properties.properties.properties.ad_network.type }, schema: schema32.properties.properties.properties.ad_network.type, parentSchema: schema32.properties.properties.properties.ad_network, data: data3 }], !1;
                if (errors === _errs7 && typeof data3 == "string" && data3.length > 64 && func1(data3) > 64)
                  return validate21.errors = [{ instancePath: instancePath + "/properties/ad_network", schemaPath: "#/properties/properties/properties/ad_network/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema32.properties.properties.properties.ad_network, data: data3 }], !1;
                var valid1 = _errs7 === errors;
              } else
                var valid1 = !0;
              if (valid1) {
                if (data2.ad_placement !== void 0) {
                  let data4 = data2.ad_placement, _errs9 = errors;
                  if (typeof data4 != "string" && data4 !== null)
                    return validate21.errors = [{ instancePath: instancePath + "/properties/ad_placement", schemaPath: "#/properties/properties/properties/ad_placement/type", keyword: "type", params: { type: schema32.properties.properties.properties.ad_placement.type }, schema: schema32.properties.properties.properties.ad_placement.type, parentSchema: schema32.properties.properties.properties.ad_placement, data: data4 }], !1;
                  if (errors === _errs9 && typeof data4 == "string" && data4.length > 64 && func1(data4) > 64)
                    return validate21.errors = [{ instancePath: instancePath + "/properties/ad_placement", schemaPath: "#/properties/properties/properties/ad_placement/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema32.properties.properties.properties.ad_placement, data: data4 }], !1;
                  var valid1 = _errs9 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.ad_format !== void 0) {
                    let data5 = data2.ad_format, _errs11 = errors;
                    if (typeof data5 != "string" && data5 !== null)
                      return validate21.errors = [{ instancePath: instancePath + "/properties/ad_format", schemaPath: "#/properties/properties/properties/ad_format/type", keyword: "type", params: { type: schema32.properties.properties.properties.ad_format.type }, schema: schema32.properties.properties.properties.ad_format.type, parentSchema: schema32.properties.properties.properties.ad_format, data: data5 }], !1;
                    if (!(data5 === "banner" || data5 === "interstitial" || data5 === "rewarded" || data5 === "native" || data5 === "offerwall" || data5 === "other" || data5 === null))
                      return validate21.errors = [{ instancePath: instancePath + "/properties/ad_format", schemaPath: "#/properties/properties/properties/ad_format/enum", keyword: "enum", params: { allowedValues: schema32.properties.properties.properties.ad_format.enum }, schema: schema32.properties.properties.properties.ad_format.enum, parentSchema: schema32.properties.properties.properties.ad_format, data: data5 }], !1;
                    var valid1 = _errs11 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.ad_revenue_micros !== void 0) {
                      let data6 = data2.ad_revenue_micros, _errs13 = errors;
                      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)) && data6 !== null)
                        return validate21.errors = [{ instancePath: instancePath + "/properties/ad_revenue_micros", schemaPath: "#/properties/properties/properties/ad_revenue_micros/type", keyword: "type", params: { type: schema32.properties.properties.properties.ad_revenue_micros.type }, schema: schema32.properties.properties.properties.ad_revenue_micros.type, parentSchema: schema32.properties.properties.properties.ad_revenue_micros, data: data6 }], !1;
                      if (errors === _errs13 && typeof data6 == "number" && isFinite(data6)) {
                        if (data6 > 1e12 || isNaN(data6))
                          return validate21.errors = [{ instancePath: instancePath + "/properties/ad_revenue_micros", schemaPath: "#/properties/properties/properties/ad_revenue_micros/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e12 }, schema: 1e12, parentSchema: schema32.properties.properties.properties.ad_revenue_micros, data: data6 }], !1;
                        if (data6 < 0 || isNaN(data6))
                          return validate21.errors = [{ instancePath: instancePath + "/properties/ad_revenue_micros", schemaPath: "#/properties/properties/properties/ad_revenue_micros/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema32.properties.properties.properties.ad_revenue_micros, data: data6 }], !1;
                      }
                      var valid1 = _errs13 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1)
                      if (data2.currency !== void 0) {
                        let data7 = data2.currency, _errs15 = errors;
                        if (typeof data7 != "string" && data7 !== null)
                          return validate21.errors = [{ instancePath: instancePath + "/properties/currency", schemaPath: "#/properties/properties/properties/currency/type", keyword: "type", params: { type: schema32.properties.properties.properties.currency.type }, schema: schema32.properties.properties.properties.currency.type, parentSchema: schema32.properties.properties.properties.currency, data: data7 }], !1;
                        if (errors === _errs15 && typeof data7 == "string" && !pattern5.test(data7))
                          return validate21.errors = [{ instancePath: instancePath + "/properties/currency", schemaPath: "#/properties/properties/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, schema: "^[A-Z]{3}$", parentSchema: schema32.properties.properties.properties.currency, data: data7 }], !1;
                        var valid1 = _errs15 === errors;
                      } else
                        var valid1 = !0;
                  }
                }
              }
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema32.type, parentSchema: schema32, data }], !1;
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_chat_message = validate22, schema33 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:chat_message:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "chat_message" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["body"], properties: { body: { type: "string", minLength: 1, maxLength: 4096 }, channel: { type: ["string", "null"], maxLength: 64 }, language: { type: ["string", "null"], maxLength: 35 }, match_id: { type: ["string", "null"], minLength: 1, maxLength: 64 } } } } };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema33.required, parentSchema: schema33, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "chat_message")
          return validate22.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "chat_message" }, schema: "chat_message", parentSchema: schema33.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate22.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema33.properties.event_type, data: data0 }], !1;
          } else
            return validate22.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.event_type.type, parentSchema: schema33.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate22.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema33.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate22.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema33.properties.player_key, data: data1 }], !1;
            } else
              return validate22.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.player_key.type, parentSchema: schema33.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.body === void 0 && (missing1 = "body"))
                  return validate22.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema33.properties.properties.required, parentSchema: schema33.properties.properties, data: data2 }], !1;
                if (data2.body !== void 0) {
                  let data3 = data2.body, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 4096 && func1(data3) > 4096)
                        return validate22.errors = [{ instancePath: instancePath + "/properties/body", schemaPath: "#/properties/properties/properties/body/maxLength", keyword: "maxLength", params: { limit: 4096 }, schema: 4096, parentSchema: schema33.properties.properties.properties.body, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate22.errors = [{ instancePath: instancePath + "/properties/body", schemaPath: "#/properties/properties/properties/body/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema33.properties.properties.properties.body, data: data3 }], !1;
                    } else
                      return validate22.errors = [{ instancePath: instancePath + "/properties/body", schemaPath: "#/properties/properties/properties/body/type", keyword: "type", params: { type: "string" }, schema: schema33.properties.properties.properties.body.type, parentSchema: schema33.properties.properties.properties.body, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.channel !== void 0) {
                    let data4 = data2.channel, _errs9 = errors;
                    if (typeof data4 != "string" && data4 !== null)
                      return validate22.errors = [{ instancePath: instancePath + "/properties/channel", schemaPath: "#/properties/properties/properties/channel/type", keyword: "type", params: { type: schema33.properties.properties.properties.channel.type }, schema: schema33.properties.properties.properties.channel.type, parentSchema: schema33.properties.properties.properties.channel, data: data4 }], !1;
                    if (errors === _errs9 && typeof data4 == "string" && data4.length > 64 && func1(data4) > 64)
                      return validate22.errors = [{ instancePath: instancePath + "/properties/channel", schemaPath: "#/properties/properties/properties/channel/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema33.properties.properties.properties.channel, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.language !== void 0) {
                      let data5 = data2.language, _errs11 = errors;
                      if (typeof data5 != "string" && data5 !== null)
                        return validate22.errors = [{ instancePath: instancePath + "/properties/language", schemaPath: "#/properties/properties/properties/language/type", keyword: "type", params: { type: schema33.properties.properties.properties.language.type }, schema: schema33.properties.properties.properties.language.type, parentSchema: schema33.properties.properties.properties.language, data: data5 }], !1;
                      if (errors === _errs11 && typeof data5 == "string" && data5.length > 35 && func1(data5) > 35)
                        return validate22.errors = [{ instancePath: instancePath + "/properties/language", schemaPath: "#/properties/properties/properties/language/maxLength", keyword: "maxLength", params: { limit: 35 }, schema: 35, parentSchema: schema33.properties.properties.properties.language, data: data5 }], !1;
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1)
                      if (data2.match_id !== void 0) {
                        let data6 = data2.match_id, _errs13 = errors;
                        if (typeof data6 != "string" && data6 !== null)
                          return validate22.errors = [{ instancePath: instancePath + "/properties/match_id", schemaPath: "#/properties/properties/properties/match_id/type", keyword: "type", params: { type: schema33.properties.properties.properties.match_id.type }, schema: schema33.properties.properties.properties.match_id.type, parentSchema: schema33.properties.properties.properties.match_id, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "string") {
                          if (data6.length > 64 && func1(data6) > 64)
                            return validate22.errors = [{ instancePath: instancePath + "/properties/match_id", schemaPath: "#/properties/properties/properties/match_id/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema33.properties.properties.properties.match_id, data: data6 }], !1;
                          if (data6.length < 2 && func1(data6) < 1)
                            return validate22.errors = [{ instancePath: instancePath + "/properties/match_id", schemaPath: "#/properties/properties/properties/match_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema33.properties.properties.properties.match_id, data: data6 }], !1;
                        }
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                  }
                }
              } else
                return validate22.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema33.properties.properties.type, parentSchema: schema33.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema33.type, parentSchema: schema33, data }], !1;
  return validate22.errors = vErrors, errors === 0;
}
validate22.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_custom = validate23, schema34 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:custom:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "custom" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["custom_name"], properties: { custom_name: { type: "string", minLength: 1, maxLength: 128 }, custom_value: { type: ["number", "null"] } } } } };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema34.required, parentSchema: schema34, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "custom")
          return validate23.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "custom" }, schema: "custom", parentSchema: schema34.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate23.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema34.properties.event_type, data: data0 }], !1;
          } else
            return validate23.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.event_type.type, parentSchema: schema34.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate23.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema34.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate23.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.player_key, data: data1 }], !1;
            } else
              return validate23.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.player_key.type, parentSchema: schema34.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.custom_name === void 0 && (missing1 = "custom_name"))
                  return validate23.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema34.properties.properties.required, parentSchema: schema34.properties.properties, data: data2 }], !1;
                if (data2.custom_name !== void 0) {
                  let data3 = data2.custom_name, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 128 && func1(data3) > 128)
                        return validate23.errors = [{ instancePath: instancePath + "/properties/custom_name", schemaPath: "#/properties/properties/properties/custom_name/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema34.properties.properties.properties.custom_name, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate23.errors = [{ instancePath: instancePath + "/properties/custom_name", schemaPath: "#/properties/properties/properties/custom_name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema34.properties.properties.properties.custom_name, data: data3 }], !1;
                    } else
                      return validate23.errors = [{ instancePath: instancePath + "/properties/custom_name", schemaPath: "#/properties/properties/properties/custom_name/type", keyword: "type", params: { type: "string" }, schema: schema34.properties.properties.properties.custom_name.type, parentSchema: schema34.properties.properties.properties.custom_name, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1)
                  if (data2.custom_value !== void 0) {
                    let data4 = data2.custom_value, _errs9 = errors;
                    if (!(typeof data4 == "number" && isFinite(data4)) && data4 !== null)
                      return validate23.errors = [{ instancePath: instancePath + "/properties/custom_value", schemaPath: "#/properties/properties/properties/custom_value/type", keyword: "type", params: { type: schema34.properties.properties.properties.custom_value.type }, schema: schema34.properties.properties.properties.custom_value.type, parentSchema: schema34.properties.properties.properties.custom_value, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
              } else
                return validate23.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema34.properties.properties.type, parentSchema: schema34.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema34.type, parentSchema: schema34, data }], !1;
  return validate23.errors = vErrors, errors === 0;
}
validate23.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_error = validate24, schema35 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:error:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "error" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["severity"], properties: { severity: { type: "string", enum: ["debug", "info", "warning", "error", "critical"] }, error_code: { type: ["string", "null"], maxLength: 128 }, error_text: { type: ["string", "null"], maxLength: 8192 }, crash: { type: ["boolean", "null"] } } } } };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate24.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema35.required, parentSchema: schema35, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "error")
          return validate24.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "error" }, schema: "error", parentSchema: schema35.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate24.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema35.properties.event_type, data: data0 }], !1;
          } else
            return validate24.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema35.properties.event_type.type, parentSchema: schema35.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate24.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema35.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate24.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema35.properties.player_key, data: data1 }], !1;
            } else
              return validate24.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema35.properties.player_key.type, parentSchema: schema35.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.severity === void 0 && (missing1 = "severity"))
                  return validate24.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema35.properties.properties.required, parentSchema: schema35.properties.properties, data: data2 }], !1;
                if (data2.severity !== void 0) {
                  let data3 = data2.severity, _errs7 = errors;
                  if (typeof data3 != "string")
                    return validate24.errors = [{ instancePath: instancePath + "/properties/severity", schemaPath: "#/properties/properties/properties/severity/type", keyword: "type", params: { type: "string" }, schema: schema35.properties.properties.properties.severity.type, parentSchema: schema35.properties.properties.properties.severity, data: data3 }], !1;
                  if (!(data3 === "debug" || data3 === "info" || data3 === "warning" || data3 === "error" || data3 === "critical"))
                    return validate24.errors = [{ instancePath: instancePath + "/properties/severity", schemaPath: "#/properties/properties/properties/severity/enum", keyword: "enum", params: { allowedValues: schema35.properties.properties.properties.severity.enum }, schema: schema35.properties.properties.properties.severity.enum, parentSchema: schema35.properties.properties.properties.severity, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.error_code !== void 0) {
                    let data4 = data2.error_code, _errs9 = errors;
                    if (typeof data4 != "string" && data4 !== null)
                      return validate24.errors = [{ instancePath: instancePath + "/properties/error_code", schemaPath: "#/properties/properties/properties/error_code/type", keyword: "type", params: { type: schema35.properties.properties.properties.error_code.type }, schema: schema35.properties.properties.properties.error_code.type, parentSchema: schema35.properties.properties.properties.error_code, data: data4 }], !1;
                    if (errors === _errs9 && typeof data4 == "string" && data4.length > 128 && func1(data4) > 128)
                      return validate24.errors = [{ instancePath: instancePath + "/properties/error_code", schemaPath: "#/properties/properties/properties/error_code/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema35.properties.properties.properties.error_code, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.error_text !== void 0) {
                      let data5 = data2.error_text, _errs11 = errors;
                      if (typeof data5 != "string" && data5 !== null)
                        return validate24.errors = [{ instancePath: instancePath + "/properties/error_text", schemaPath: "#/properties/properties/properties/error_text/type", keyword: "type", params: { type: schema35.properties.properties.properties.error_text.type }, schema: schema35.properties.properties.properties.error_text.type, parentSchema: schema35.properties.properties.properties.error_text, data: data5 }], !1;
                      if (errors === _errs11 && typeof data5 == "string" && data5.length > 8192 && func1(data5) > 8192)
                        return validate24.errors = [{ instancePath: instancePath + "/properties/error_text", schemaPath: "#/properties/properties/properties/error_text/maxLength", keyword: "maxLength", params: { limit: 8192 }, schema: 8192, parentSchema: schema35.properties.properties.properties.error_text, data: data5 }], !1;
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1)
                      if (data2.crash !== void 0) {
                        let data6 = data2.crash, _errs13 = errors;
                        if (typeof data6 != "boolean" && data6 !== null)
                          return validate24.errors = [{ instancePath: instancePath + "/properties/crash", schemaPath: "#/properties/properties/properties/crash/type", keyword: "type", params: { type: schema35.properties.properties.properties.crash.type }, schema: schema35.properties.properties.properties.crash.type, parentSchema: schema35.properties.properties.properties.crash, data: data6 }], !1;
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                  }
                }
              } else
                return validate24.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema35.properties.properties.type, parentSchema: schema35.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate24.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema35.type, parentSchema: schema35, data }], !1;
  return validate24.errors = vErrors, errors === 0;
}
validate24.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_exposure = validate25, schema36 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:exposure:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "exposure" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["experiment_id", "variant"], properties: { experiment_id: { type: "string", minLength: 1, maxLength: 64 }, variant: { type: "string", minLength: 1, maxLength: 64 } } } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate25.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema36.required, parentSchema: schema36, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "exposure")
          return validate25.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "exposure" }, schema: "exposure", parentSchema: schema36.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate25.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema36.properties.event_type, data: data0 }], !1;
          } else
            return validate25.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.event_type.type, parentSchema: schema36.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate25.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema36.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate25.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema36.properties.player_key, data: data1 }], !1;
            } else
              return validate25.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.player_key.type, parentSchema: schema36.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.experiment_id === void 0 && (missing1 = "experiment_id") || data2.variant === void 0 && (missing1 = "variant"))
                  return validate25.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema36.properties.properties.required, parentSchema: schema36.properties.properties, data: data2 }], !1;
                if (data2.experiment_id !== void 0) {
                  let data3 = data2.experiment_id, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 64 && func1(data3) > 64)
                        return validate25.errors = [{ instancePath: instancePath + "/properties/experiment_id", schemaPath: "#/properties/properties/properties/experiment_id/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema36.properties.properties.properties.experiment_id, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate25.errors = [{ instancePath: instancePath + "/properties/experiment_id", schemaPath: "#/properties/properties/properties/experiment_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema36.properties.properties.properties.experiment_id, data: data3 }], !1;
                    } else
                      return validate25.errors = [{ instancePath: instancePath + "/properties/experiment_id", schemaPath: "#/properties/properties/properties/experiment_id/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.properties.properties.experiment_id.type, parentSchema: schema36.properties.properties.properties.experiment_id, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1)
                  if (data2.variant !== void 0) {
                    let data4 = data2.variant, _errs9 = errors;
                    if (errors === _errs9)
                      if (typeof data4 == "string") {
                        if (data4.length > 64 && func1(data4) > 64)
                          return validate25.errors = [{ instancePath: instancePath + "/properties/variant", schemaPath: "#/properties/properties/properties/variant/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema36.properties.properties.properties.variant, data: data4 }], !1;
                        if (data4.length < 2 && func1(data4) < 1)
                          return validate25.errors = [{ instancePath: instancePath + "/properties/variant", schemaPath: "#/properties/properties/properties/variant/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema36.properties.properties.properties.variant, data: data4 }], !1;
                      } else
                        return validate25.errors = [{ instancePath: instancePath + "/properties/variant", schemaPath: "#/properties/properties/properties/variant/type", keyword: "type", params: { type: "string" }, schema: schema36.properties.properties.properties.variant.type, parentSchema: schema36.properties.properties.properties.variant, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
              } else
                return validate25.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema36.properties.properties.type, parentSchema: schema36.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate25.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema36.type, parentSchema: schema36, data }], !1;
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_match_end = validate26, schema37 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:match_end:1.0.0:stored", type: "object", required: ["event_type", "player_key"], properties: { event_type: { type: "string", maxLength: 64, const: "match_end" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: ["object", "null"], properties: { match_id: { type: ["string", "null"], minLength: 1, maxLength: 64 }, game_mode: { type: ["string", "null"], maxLength: 64 }, map: { type: ["string", "null"], maxLength: 64 }, team: { type: ["string", "null"], maxLength: 32 }, result: { type: ["string", "null"], enum: ["win", "loss", "draw", "abandoned", null] }, rank: { type: ["integer", "null"], minimum: 1, maximum: 9007199254740991 }, score: { type: ["number", "null"] }, kills: { type: ["integer", "null"], minimum: 0, maximum: 9007199254740991 }, deaths: { type: ["integer", "null"], minimum: 0, maximum: 9007199254740991 }, assists: { type: ["integer", "null"], minimum: 0, maximum: 9007199254740991 }, duration_seconds: { type: ["number", "null"], minimum: 0, maximum: 604800 } } } } };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key"))
        return validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema37.required, parentSchema: schema37, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "match_end")
          return validate26.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "match_end" }, schema: "match_end", parentSchema: schema37.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate26.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema37.properties.event_type, data: data0 }], !1;
          } else
            return validate26.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.event_type.type, parentSchema: schema37.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate26.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema37.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate26.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema37.properties.player_key, data: data1 }], !1;
            } else
              return validate26.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.player_key.type, parentSchema: schema37.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null)
              return validate26.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: schema37.properties.properties.type }, schema: schema37.properties.properties.type, parentSchema: schema37.properties.properties, data: data2 }], !1;
            if (errors === _errs5 && data2 && typeof data2 == "object" && !Array.isArray(data2)) {
              if (data2.match_id !== void 0) {
                let data3 = data2.match_id, _errs7 = errors;
                if (typeof data3 != "string" && data3 !== null)
                  return validate26.errors = [{ instancePath: instancePath + "/properties/match_id", schemaPath: "#/properties/properties/properties/match_id/type", keyword: "type", params: { type: schema37.properties.properties.properties.match_id.type }, schema: schema37.properties.properties.properties.match_id.type, parentSchema: schema37.properties.properties.properties.match_id, data: data3 }], !1;
                if (errors === _errs7 && typeof data3 == "string") {
                  if (data3.length > 64 && func1(data3) > 64)
                    return validate26.errors = [{ instancePath: instancePath + "/properties/match_id", schemaPath: "#/properties/properties/properties/match_id/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema37.properties.properties.properties.match_id, data: data3 }], !1;
                  if (data3.length < 2 && func1(data3) < 1)
                    return validate26.errors = [{ instancePath: instancePath + "/properties/match_id", schemaPath: "#/properties/properties/properties/match_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema37.properties.properties.properties.match_id, data: data3 }], !1;
                }
                var valid1 = _errs7 === errors;
              } else
                var valid1 = !0;
              if (valid1) {
                if (data2.game_mode !== void 0) {
                  let data4 = data2.game_mode, _errs9 = errors;
                  if (typeof data4 != "string" && data4 !== null)
                    return validate26.errors = [{ instancePath: instancePath + "/properties/game_mode", schemaPath: "#/properties/properties/properties/game_mode/type", keyword: "type", params: { type: schema37.properties.properties.properties.game_mode.type }, schema: schema37.properties.properties.properties.game_mode.type, parentSchema: schema37.properties.properties.properties.game_mode, data: data4 }], !1;
                  if (errors === _errs9 && typeof data4 == "string" && data4.length > 64 && func1(data4) > 64)
                    return validate26.errors = [{ instancePath: instancePath + "/properties/game_mode", schemaPath: "#/properties/properties/properties/game_mode/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema37.properties.properties.properties.game_mode, data: data4 }], !1;
                  var valid1 = _errs9 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.map !== void 0) {
                    let data5 = data2.map, _errs11 = errors;
                    if (typeof data5 != "string" && data5 !== null)
                      return validate26.errors = [{ instancePath: instancePath + "/properties/map", schemaPath: "#/properties/properties/properties/map/type", keyword: "type", params: { type: schema37.properties.properties.properties.map.type }, schema: schema37.properties.properties.properties.map.type, parentSchema: schema37.properties.properties.properties.map, data: data5 }], !1;
                    if (errors === _errs11 && typeof data5 == "string" && data5.length > 64 && func1(data5) > 64)
                      return validate26.errors = [{ instancePath: instancePath + "/properties/map", schemaPath: "#/properties/properties/properties/map/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema37.properties.properties.properties.map, data: data5 }], !1;
                    var valid1 = _errs11 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.team !== void 0) {
                      let data6 = data2.team, _errs13 = errors;
                      if (typeof data6 != "string" && data6 !== null)
                        return validate26.errors = [{ instancePath: instancePath + "/properties/team", schemaPath: "#/properties/properties/properties/team/type", keyword: "type", params: { type: schema37.properties.properties.properties.team.type }, schema: schema37.properties.properties.properties.team.type, parentSchema: schema37.properties.properties.properties.team, data: data6 }], !1;
                      if (errors === _errs13 && typeof data6 == "string" && data6.length > 32 && func1(data6) > 32)
                        return validate26.errors = [{ instancePath: instancePath + "/properties/team", schemaPath: "#/properties/properties/properties/team/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema37.properties.properties.properties.team, data: data6 }], !1;
                      var valid1 = _errs13 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1) {
                      if (data2.result !== void 0) {
                        let data7 = data2.result, _errs15 = errors;
                        if (typeof data7 != "string" && data7 !== null)
                          return validate26.errors = [{ instancePath: instancePath + "/properties/result", schemaPath: "#/properties/properties/properties/result/type", keyword: "type", params: { type: schema37.properties.properties.properties.result.type }, schema: schema37.properties.properties.properties.result.type, parentSchema: schema37.properties.properties.properties.result, data: data7 }], !1;
                        if (!(data7 === "win" || data7 === "loss" || data7 === "draw" || data7 === "abandoned" || data7 === null))
                          return validate26.errors = [{ instancePath: instancePath + "/properties/result", schemaPath: "#/properties/properties/properties/result/enum", keyword: "enum", params: { allowedValues: schema37.properties.properties.properties.result.enum }, schema: schema37.properties.properties.properties.result.enum, parentSchema: schema37.properties.properties.properties.result, data: data7 }], !1;
                        var valid1 = _errs15 === errors;
                      } else
                        var valid1 = !0;
                      if (valid1) {
                        if (data2.rank !== void 0) {
                          let data8 = data2.rank, _errs17 = errors;
                          if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8)) && data8 !== null)
                            return validate26.errors = [{ instancePath: instancePath + "/properties/rank", schemaPath: "#/properties/properties/properties/rank/type", keyword: "type", params: { type: schema37.properties.properties.properties.rank.type }, schema: schema37.properties.properties.properties.rank.type, parentSchema: schema37.properties.properties.properties.rank, data: data8 }], !1;
                          if (errors === _errs17 && typeof data8 == "number" && isFinite(data8)) {
                            if (data8 > 9007199254740991 || isNaN(data8))
                              return validate26.errors = [{ instancePath: instancePath + "/properties/rank", schemaPath: "#/properties/properties/properties/rank/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema37.properties.properties.properties.rank, data: data8 }], !1;
                            if (data8 < 1 || isNaN(data8))
                              return validate26.errors = [{ instancePath: instancePath + "/properties/rank", schemaPath: "#/properties/properties/properties/rank/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema37.properties.properties.properties.rank, data: data8 }], !1;
                          }
                          var valid1 = _errs17 === errors;
                        } else
                          var valid1 = !0;
                        if (valid1) {
                          if (data2.score !== void 0) {
                            let data9 = data2.score, _errs19 = errors;
                            if (!(typeof data9 == "number" && isFinite(data9)) && data9 !== null)
                              return validate26.errors = [{ instancePath: instancePath + "/properties/score", schemaPath: "#/properties/properties/properties/score/type", keyword: "type", params: { type: schema37.properties.properties.properties.score.type }, schema: schema37.properties.properties.properties.score.type, parentSchema: schema37.properties.properties.properties.score, data: data9 }], !1;
                            var valid1 = _errs19 === errors;
                          } else
                            var valid1 = !0;
                          if (valid1) {
                            if (data2.kills !== void 0) {
                              let data10 = data2.kills, _errs21 = errors;
                              if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) && data10 !== null)
                                return validate26.errors = [{ instancePath: instancePath + "/properties/kills", schemaPath: "#/properties/properties/properties/kills/type", keyword: "type", params: { type: schema37.properties.properties.properties.kills.type }, schema: schema37.properties.properties.properties.kills.type, parentSchema: schema37.properties.properties.properties.kills, data: data10 }], !1;
                              if (errors === _errs21 && typeof data10 == "number" && isFinite(data10)) {
                                if (data10 > 9007199254740991 || isNaN(data10))
                                  return validate26.errors = [{ instancePath: instancePath + "/properties/kills", schemaPath: "#/properties/properties/properties/kills/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema37.properties.properties.properties.kills, data: data10 }], !1;
                                if (data10 < 0 || isNaN(data10))
                                  return validate26.errors = [{ instancePath: instancePath + "/properties/kills", schemaPath: "#/properties/properties/properties/kills/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema37.properties.properties.properties.kills, data: data10 }], !1;
                              }
                              var valid1 = _errs21 === errors;
                            } else
                              var valid1 = !0;
                            if (valid1) {
                              if (data2.deaths !== void 0) {
                                let data11 = data2.deaths, _errs23 = errors;
                                if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11)) && data11 !== null)
                                  return validate26.errors = [{ instancePath: instancePath + "/properties/deaths", schemaPath: "#/properties/properties/properties/deaths/type", keyword: "type", params: { type: schema37.properties.properties.properties.deaths.type }, schema: schema37.properties.properties.properties.deaths.type, parentSchema: schema37.properties.properties.properties.deaths, data: data11 }], !1;
                                if (errors === _errs23 && typeof data11 == "number" && isFinite(data11)) {
                                  if (data11 > 9007199254740991 || isNaN(data11))
                                    return validate26.errors = [{ instancePath: instancePath + "/properties/deaths", schemaPath: "#/properties/properties/properties/deaths/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema37.properties.properties.properties.deaths, data: data11 }], !1;
                                  if (data11 < 0 || isNaN(data11))
                                    return validate26.errors = [{ instancePath: instancePath + "/properties/deaths", schemaPath: "#/properties/properties/properties/deaths/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema37.properties.properties.properties.deaths, data: data11 }], !1;
                                }
                                var valid1 = _errs23 === errors;
                              } else
                                var valid1 = !0;
                              if (valid1) {
                                if (data2.assists !== void 0) {
                                  let data12 = data2.assists, _errs25 = errors;
                                  if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12)) && data12 !== null)
                                    return validate26.errors = [{ instancePath: instancePath + "/properties/assists", schemaPath: "#/properties/properties/properties/assists/type", keyword: "type", params: { type: schema37.properties.properties.properties.assists.type }, schema: schema37.properties.properties.properties.assists.type, parentSchema: schema37.properties.properties.properties.assists, data: data12 }], !1;
                                  if (errors === _errs25 && typeof data12 == "number" && isFinite(data12)) {
                                    if (data12 > 9007199254740991 || isNaN(data12))
                                      return validate26.errors = [{ instancePath: instancePath + "/properties/assists", schemaPath: "#/properties/properties/properties/assists/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema37.properties.properties.properties.assists, data: data12 }], !1;
                                    if (data12 < 0 || isNaN(data12))
                                      return validate26.errors = [{ instancePath: instancePath + "/properties/assists", schemaPath: "#/properties/properties/properties/assists/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema37.properties.properties.properties.assists, data: data12 }], !1;
                                  }
                                  var valid1 = _errs25 === errors;
                                } else
                                  var valid1 = !0;
                                if (valid1)
                                  if (data2.duration_seconds !== void 0) {
                                    let data13 = data2.duration_seconds, _errs27 = errors;
                                    if (!(typeof data13 == "number" && isFinite(data13)) && data13 !== null)
                                      return validate26.errors = [{ instancePath: instancePath + "/properties/duration_seconds", schemaPath: "#/properties/properties/properties/duration_seconds/type", keyword: "type", params: { type: schema37.properties.properties.properties.duration_seconds.type }, schema: schema37.properties.properties.properties.duration_seconds.type, parentSchema: schema37.properties.properties.properties.duration_seconds, data: data13 }], !1;
                                    if (errors === _errs27 && typeof data13 == "number" && isFinite(data13)) {
                                      if (data13 > 604800 || isNaN(data13))
                                        return validate26.errors = [{ instancePath: instancePath + "/properties/duration_seconds", schemaPath: "#/properties/properties/properties/duration_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, schema: 604800, parentSchema: schema37.properties.properties.properties.duration_seconds, data: data13 }], !1;
                                      if (data13 < 0 || isNaN(data13))
                                        return validate26.errors = [{ instancePath: instancePath + "/properties/duration_seconds", schemaPath: "#/properties/properties/properties/duration_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema37.properties.properties.properties.duration_seconds, data: data13 }], !1;
                                    }
                                    var valid1 = _errs27 === errors;
                                  } else
                                    var valid1 = !0;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema37.type, parentSchema: schema37, data }], !1;
  return validate26.errors = vErrors, errors === 0;
}
validate26.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_player_link = validate27, schema38 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:player_link:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "player_link" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["linked_player_key"], properties: { linked_player_key: { type: "string", minLength: 1, maxLength: 64 }, link_kind: { type: ["string", "null"], enum: ["guest_to_account", "device_to_account", null] } } } } };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate27.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema38.required, parentSchema: schema38, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "player_link")
          return validate27.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "player_link" }, schema: "player_link", parentSchema: schema38.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate27.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema38.properties.event_type, data: data0 }], !1;
          } else
            return validate27.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema38.properties.event_type.type, parentSchema: schema38.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate27.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema38.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate27.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema38.properties.player_key, data: data1 }], !1;
            } else
              return validate27.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema38.properties.player_key.type, parentSchema: schema38.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.linked_player_key === void 0 && (missing1 = "linked_player_key"))
                  return validate27.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema38.properties.properties.required, parentSchema: schema38.properties.properties, data: data2 }], !1;
                if (data2.linked_player_key !== void 0) {
                  let data3 = data2.linked_player_key, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 64 && func1(data3) > 64)
                        return validate27.errors = [{ instancePath: instancePath + "/properties/linked_player_key", schemaPath: "#/properties/properties/properties/linked_player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema38.properties.properties.properties.linked_player_key, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate27.errors = [{ instancePath: instancePath + "/properties/linked_player_key", schemaPath: "#/properties/properties/properties/linked_player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema38.properties.properties.properties.linked_player_key, data: data3 }], !1;
                    } else
                      return validate27.errors = [{ instancePath: instancePath + "/properties/linked_player_key", schemaPath: "#/properties/properties/properties/linked_player_key/type", keyword: "type", params: { type: "string" }, schema: schema38.properties.properties.properties.linked_player_key.type, parentSchema: schema38.properties.properties.properties.linked_player_key, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1)
                  if (data2.link_kind !== void 0) {
                    let data4 = data2.link_kind, _errs9 = errors;
                    if (typeof data4 != "string" && data4 !== null)
                      return validate27.errors = [{ instancePath: instancePath + "/properties/link_kind", schemaPath: "#/properties/properties/properties/link_kind/type", keyword: "type", params: { type: schema38.properties.properties.properties.link_kind.type }, schema: schema38.properties.properties.properties.link_kind.type, parentSchema: schema38.properties.properties.properties.link_kind, data: data4 }], !1;
                    if (!(data4 === "guest_to_account" || data4 === "device_to_account" || data4 === null))
                      return validate27.errors = [{ instancePath: instancePath + "/properties/link_kind", schemaPath: "#/properties/properties/properties/link_kind/enum", keyword: "enum", params: { allowedValues: schema38.properties.properties.properties.link_kind.enum }, schema: schema38.properties.properties.properties.link_kind.enum, parentSchema: schema38.properties.properties.properties.link_kind, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
              } else
                return validate27.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema38.properties.properties.type, parentSchema: schema38.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate27.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema38.type, parentSchema: schema38, data }], !1;
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_progression = validate28, schema39 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:progression:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "progression" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["progression_status", "level"], properties: { progression_status: { type: "string", enum: ["start", "complete", "fail", "abandon"] }, level: { type: "string", minLength: 1, maxLength: 128 }, attempt: { type: ["integer", "null"], minimum: 1, maximum: 9007199254740991 }, difficulty: { type: ["string", "null"], maxLength: 32 }, score: { type: ["number", "null"] }, duration_seconds: { type: ["number", "null"], minimum: 0, maximum: 604800 } } } } };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate28.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema39.required, parentSchema: schema39, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "progression")
          return validate28.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "progression" }, schema: "progression", parentSchema: schema39.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate28.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema39.properties.event_type, data: data0 }], !1;
          } else
            return validate28.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.event_type.type, parentSchema: schema39.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate28.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema39.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate28.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.player_key, data: data1 }], !1;
            } else
              return validate28.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.player_key.type, parentSchema: schema39.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.progression_status === void 0 && (missing1 = "progression_status") || data2.level === void 0 && (missing1 = "level"))
                  return validate28.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema39.properties.properties.required, parentSchema: schema39.properties.properties, data: data2 }], !1;
                if (data2.progression_status !== void 0) {
                  let data3 = data2.progression_status, _errs7 = errors;
                  if (typeof data3 != "string")
                    return validate28.errors = [{ instancePath: instancePath + "/properties/progression_status", schemaPath: "#/properties/properties/properties/progression_status/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.properties.properties.progression_status.type, parentSchema: schema39.properties.properties.properties.progression_status, data: data3 }], !1;
                  if (!(data3 === "start" || data3 === "complete" || data3 === "fail" || data3 === "abandon"))
                    return validate28.errors = [{ instancePath: instancePath + "/properties/progression_status", schemaPath: "#/properties/properties/properties/progression_status/enum", keyword: "enum", params: { allowedValues: schema39.properties.properties.properties.progression_status.enum }, schema: schema39.properties.properties.properties.progression_status.enum, parentSchema: schema39.properties.properties.properties.progression_status, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.level !== void 0) {
                    let data4 = data2.level, _errs9 = errors;
                    if (errors === _errs9)
                      if (typeof data4 == "string") {
                        if (data4.length > 128 && func1(data4) > 128)
                          return validate28.errors = [{ instancePath: instancePath + "/properties/level", schemaPath: "#/properties/properties/properties/level/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema39.properties.properties.properties.level, data: data4 }], !1;
                        if (data4.length < 2 && func1(data4) < 1)
                          return validate28.errors = [{ instancePath: instancePath + "/properties/level", schemaPath: "#/properties/properties/properties/level/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema39.properties.properties.properties.level, data: data4 }], !1;
                      } else
                        return validate28.errors = [{ instancePath: instancePath + "/properties/level", schemaPath: "#/properties/properties/properties/level/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.properties.properties.level.type, parentSchema: schema39.properties.properties.properties.level, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.attempt !== void 0) {
                      let data5 = data2.attempt, _errs11 = errors;
                      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5)) && data5 !== null)
                        return validate28.errors = [{ instancePath: instancePath + "/properties/attempt", schemaPath: "#/properties/properties/properties/attempt/type", keyword: "type", params: { type: schema39.properties.properties.properties.attempt.type }, schema: schema39.properties.properties.properties.attempt.type, parentSchema: schema39.properties.properties.properties.attempt, data: data5 }], !1;
                      if (errors === _errs11 && typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 9007199254740991 || isNaN(data5))
                          return validate28.errors = [{ instancePath: instancePath + "/properties/attempt", schemaPath: "#/properties/properties/properties/attempt/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema39.properties.properties.properties.attempt, data: data5 }], !1;
                        if (data5 < 1 || isNaN(data5))
                          return validate28.errors = [{ instancePath: instancePath + "/properties/attempt", schemaPath: "#/properties/properties/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema39.properties.properties.properties.attempt, data: data5 }], !1;
                      }
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1) {
                      if (data2.difficulty !== void 0) {
                        let data6 = data2.difficulty, _errs13 = errors;
                        if (typeof data6 != "string" && data6 !== null)
                          return validate28.errors = [{ instancePath: instancePath + "/properties/difficulty", schemaPath: "#/properties/properties/properties/difficulty/type", keyword: "type", params: { type: schema39.properties.properties.properties.difficulty.type }, schema: schema39.properties.properties.properties.difficulty.type, parentSchema: schema39.properties.properties.properties.difficulty, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "string" && data6.length > 32 && func1(data6) > 32)
                          return validate28.errors = [{ instancePath: instancePath + "/properties/difficulty", schemaPath: "#/properties/properties/properties/difficulty/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema39.properties.properties.properties.difficulty, data: data6 }], !1;
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                      if (valid1) {
                        if (data2.score !== void 0) {
                          let data7 = data2.score, _errs15 = errors;
                          if (!(typeof data7 == "number" && isFinite(data7)) && data7 !== null)
                            return validate28.errors = [{ instancePath: instancePath + "/properties/score", schemaPath: "#/properties/properties/properties/score/type", keyword: "type", params: { type: schema39.properties.properties.properties.score.type }, schema: schema39.properties.properties.properties.score.type, parentSchema: schema39.properties.properties.properties.score, data: data7 }], !1;
                          var valid1 = _errs15 === errors;
                        } else
                          var valid1 = !0;
                        if (valid1)
                          if (data2.duration_seconds !== void 0) {
                            let data8 = data2.duration_seconds, _errs17 = errors;
                            if (!(typeof data8 == "number" && isFinite(data8)) && data8 !== null)
                              return validate28.errors = [{ instancePath: instancePath + "/properties/duration_seconds", schemaPath: "#/properties/properties/properties/duration_seconds/type", keyword: "type", params: { type: schema39.properties.properties.properties.duration_seconds.type }, schema: schema39.properties.properties.properties.duration_seconds.type, parentSchema: schema39.properties.properties.properties.duration_seconds, data: data8 }], !1;
                            if (errors === _errs17 && typeof data8 == "number" && isFinite(data8)) {
                              if (data8 > 604800 || isNaN(data8))
                                return validate28.errors = [{ instancePath: instancePath + "/properties/duration_seconds", schemaPath: "#/properties/properties/properties/duration_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, schema: 604800, parentSchema: schema39.properties.properties.properties.duration_seconds, data: data8 }], !1;
                              if (data8 < 0 || isNaN(data8))
                                return validate28.errors = [{ instancePath: instancePath + "/properties/duration_seconds", schemaPath: "#/properties/properties/properties/duration_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema39.properties.properties.properties.duration_seconds, data: data8 }], !1;
                            }
                            var valid1 = _errs17 === errors;
                          } else
                            var valid1 = !0;
                      }
                    }
                  }
                }
              } else
                return validate28.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.properties.type, parentSchema: schema39.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate28.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema39.type, parentSchema: schema39, data }], !1;
  return validate28.errors = vErrors, errors === 0;
}
validate28.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_purchase = validate29, schema40 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:purchase:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "purchase" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["transaction_id", "amount", "currency"], properties: { transaction_id: { type: "string", minLength: 1, maxLength: 128 }, item_id: { type: ["string", "null"], minLength: 1, maxLength: 128 }, item_type: { type: ["string", "null"], maxLength: 64 }, quantity: { type: ["integer", "null"], minimum: 1, maximum: 9007199254740991 }, amount: { type: "integer", minimum: 0, maximum: 1e12 }, currency: { type: "string", pattern: "^[A-Z]{3}$" }, store: { type: ["string", "null"], maxLength: 32 }, sandbox: { type: ["boolean", "null"] }, reported_by: { type: ["string", "null"], enum: ["client", "server", null] } } } } };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate29.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema40.required, parentSchema: schema40, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "purchase")
          return validate29.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "purchase" }, schema: "purchase", parentSchema: schema40.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate29.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema40.properties.event_type, data: data0 }], !1;
          } else
            return validate29.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.event_type.type, parentSchema: schema40.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate29.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema40.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate29.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema40.properties.player_key, data: data1 }], !1;
            } else
              return validate29.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.player_key.type, parentSchema: schema40.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.transaction_id === void 0 && (missing1 = "transaction_id") || data2.amount === void 0 && (missing1 = "amount") || data2.currency === void 0 && (missing1 = "currency"))
                  return validate29.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema40.properties.properties.required, parentSchema: schema40.properties.properties, data: data2 }], !1;
                if (data2.transaction_id !== void 0) {
                  let data3 = data2.transaction_id, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 128 && func1(data3) > 128)
                        return validate29.errors = [{ instancePath: instancePath + "/properties/transaction_id", schemaPath: "#/properties/properties/properties/transaction_id/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema40.properties.properties.properties.transaction_id, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate29.errors = [{ instancePath: instancePath + "/properties/transaction_id", schemaPath: "#/properties/properties/properties/transaction_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema40.properties.properties.properties.transaction_id, data: data3 }], !1;
                    } else
                      return validate29.errors = [{ instancePath: instancePath + "/properties/transaction_id", schemaPath: "#/properties/properties/properties/transaction_id/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.properties.properties.transaction_id.type, parentSchema: schema40.properties.properties.properties.transaction_id, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.item_id !== void 0) {
                    let data4 = data2.item_id, _errs9 = errors;
                    if (typeof data4 != "string" && data4 !== null)
                      return validate29.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/type", keyword: "type", params: { type: schema40.properties.properties.properties.item_id.type }, schema: schema40.properties.properties.properties.item_id.type, parentSchema: schema40.properties.properties.properties.item_id, data: data4 }], !1;
                    if (errors === _errs9 && typeof data4 == "string") {
                      if (data4.length > 128 && func1(data4) > 128)
                        return validate29.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema40.properties.properties.properties.item_id, data: data4 }], !1;
                      if (data4.length < 2 && func1(data4) < 1)
                        return validate29.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema40.properties.properties.properties.item_id, data: data4 }], !1;
                    }
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.item_type !== void 0) {
                      let data5 = data2.item_type, _errs11 = errors;
                      if (typeof data5 != "string" && data5 !== null)
                        return validate29.errors = [{ instancePath: instancePath + "/properties/item_type", schemaPath: "#/properties/properties/properties/item_type/type", keyword: "type", params: { type: schema40.properties.properties.properties.item_type.type }, schema: schema40.properties.properties.properties.item_type.type, parentSchema: schema40.properties.properties.properties.item_type, data: data5 }], !1;
                      if (errors === _errs11 && typeof data5 == "string" && data5.length > 64 && func1(data5) > 64)
                        return validate29.errors = [{ instancePath: instancePath + "/properties/item_type", schemaPath: "#/properties/properties/properties/item_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema40.properties.properties.properties.item_type, data: data5 }], !1;
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1) {
                      if (data2.quantity !== void 0) {
                        let data6 = data2.quantity, _errs13 = errors;
                        if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)) && data6 !== null)
                          return validate29.errors = [{ instancePath: instancePath + "/properties/quantity", schemaPath: "#/properties/properties/properties/quantity/type", keyword: "type", params: { type: schema40.properties.properties.properties.quantity.type }, schema: schema40.properties.properties.properties.quantity.type, parentSchema: schema40.properties.properties.properties.quantity, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "number" && isFinite(data6)) {
                          if (data6 > 9007199254740991 || isNaN(data6))
                            return validate29.errors = [{ instancePath: instancePath + "/properties/quantity", schemaPath: "#/properties/properties/properties/quantity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema40.properties.properties.properties.quantity, data: data6 }], !1;
                          if (data6 < 1 || isNaN(data6))
                            return validate29.errors = [{ instancePath: instancePath + "/properties/quantity", schemaPath: "#/properties/properties/properties/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema40.properties.properties.properties.quantity, data: data6 }], !1;
                        }
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                      if (valid1) {
                        if (data2.amount !== void 0) {
                          let data7 = data2.amount, _errs15 = errors;
                          if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7)))
                            return validate29.errors = [{ instancePath: instancePath + "/properties/amount", schemaPath: "#/properties/properties/properties/amount/type", keyword: "type", params: { type: "integer" }, schema: schema40.properties.properties.properties.amount.type, parentSchema: schema40.properties.properties.properties.amount, data: data7 }], !1;
                          if (errors === _errs15 && typeof data7 == "number" && isFinite(data7)) {
                            if (data7 > 1e12 || isNaN(data7))
                              return validate29.errors = [{ instancePath: instancePath + "/properties/amount", schemaPath: "#/properties/properties/properties/amount/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e12 }, schema: 1e12, parentSchema: schema40.properties.properties.properties.amount, data: data7 }], !1;
                            if (data7 < 0 || isNaN(data7))
                              return validate29.errors = [{ instancePath: instancePath + "/properties/amount", schemaPath: "#/properties/properties/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema40.properties.properties.properties.amount, data: data7 }], !1;
                          }
                          var valid1 = _errs15 === errors;
                        } else
                          var valid1 = !0;
                        if (valid1) {
                          if (data2.currency !== void 0) {
                            let data8 = data2.currency, _errs17 = errors;
                            if (errors === _errs17)
                              if (typeof data8 == "string") {
                                if (!pattern5.test(data8))
                                  return validate29.errors = [{ instancePath: instancePath + "/properties/currency", schemaPath: "#/properties/properties/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, schema: "^[A-Z]{3}$", parentSchema: schema40.properties.properties.properties.currency, data: data8 }], !1;
                              } else
                                return validate29.errors = [{ instancePath: instancePath + "/properties/currency", schemaPath: "#/properties/properties/properties/currency/type", keyword: "type", params: { type: "string" }, schema: schema40.properties.properties.properties.currency.type, parentSchema: schema40.properties.properties.properties.currency, data: data8 }], !1;
                            var valid1 = _errs17 === errors;
                          } else
                            var valid1 = !0;
                          if (valid1) {
                            if (data2.store !== void 0) {
                              let data9 = data2.store, _errs19 = errors;
                              if (typeof data9 != "string" && data9 !== null)
                                return validate29.errors = [{ instancePath: instancePath + "/properties/store", schemaPath: "#/properties/properties/properties/store/type", keyword: "type", params: { type: schema40.properties.properties.properties.store.type }, schema: schema40.properties.properties.properties.store.type, parentSchema: schema40.properties.properties.properties.store, data: data9 }], !1;
                              if (errors === _errs19 && typeof data9 == "string" && data9.length > 32 && func1(data9) > 32)
                                return validate29.errors = [{ instancePath: instancePath + "/properties/store", schemaPath: "#/properties/properties/properties/store/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema40.properties.properties.properties.store, data: data9 }], !1;
                              var valid1 = _errs19 === errors;
                            } else
                              var valid1 = !0;
                            if (valid1) {
                              if (data2.sandbox !== void 0) {
                                let data10 = data2.sandbox, _errs21 = errors;
                                if (typeof data10 != "boolean" && data10 !== null)
                                  return validate29.errors = [{ instancePath: instancePath + "/properties/sandbox", schemaPath: "#/properties/properties/properties/sandbox/type", keyword: "type", params: { type: schema40.properties.properties.properties.sandbox.type }, schema: schema40.properties.properties.properties.sandbox.type, parentSchema: schema40.properties.properties.properties.sandbox, data: data10 }], !1;
                                var valid1 = _errs21 === errors;
                              } else
                                var valid1 = !0;
                              if (valid1)
                                if (data2.reported_by !== void 0) {
                                  let data11 = data2.reported_by, _errs23 = errors;
                                  if (typeof data11 != "string" && data11 !== null)
                                    return validate29.errors = [{ instancePath: instancePath + "/properties/reported_by", schemaPath: "#/properties/properties/properties/reported_by/type", keyword: "type", params: { type: schema40.properties.properties.properties.reported_by.type }, schema: schema40.properties.properties.properties.reported_by.type, parentSchema: schema40.properties.properties.properties.reported_by, data: data11 }], !1;
                                  if (!(data11 === "client" || data11 === "server" || data11 === null))
                                    return validate29.errors = [{ instancePath: instancePath + "/properties/reported_by", schemaPath: "#/properties/properties/properties/reported_by/enum", keyword: "enum", params: { allowedValues: schema40.properties.properties.properties.reported_by.enum }, schema: schema40.properties.properties.properties.reported_by.enum, parentSchema: schema40.properties.properties.properties.reported_by, data: data11 }], !1;
                                  var valid1 = _errs23 === errors;
                                } else
                                  var valid1 = !0;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              } else
                return validate29.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema40.properties.properties.type, parentSchema: schema40.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema40.type, parentSchema: schema40, data }], !1;
  return validate29.errors = vErrors, errors === 0;
}
validate29.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_refund = validate30, schema41 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:refund:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "refund" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["transaction_id", "amount", "currency"], properties: { transaction_id: { type: "string", minLength: 1, maxLength: 128 }, amount: { type: "integer", minimum: 0, maximum: 1e12 }, currency: { type: "string", pattern: "^[A-Z]{3}$" }, refund_reason: { type: ["string", "null"], maxLength: 64 }, store: { type: ["string", "null"], maxLength: 32 }, sandbox: { type: ["boolean", "null"] }, reported_by: { type: ["string", "null"], enum: ["client", "server", null] }, item_id: { type: ["string", "null"], minLength: 1, maxLength: 128 } } } } };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate30.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema41.required, parentSchema: schema41, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "refund")
          return validate30.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "refund" }, schema: "refund", parentSchema: schema41.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate30.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema41.properties.event_type, data: data0 }], !1;
          } else
            return validate30.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema41.properties.event_type.type, parentSchema: schema41.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate30.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema41.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate30.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema41.properties.player_key, data: data1 }], !1;
            } else
              return validate30.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema41.properties.player_key.type, parentSchema: schema41.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.transaction_id === void 0 && (missing1 = "transaction_id") || data2.amount === void 0 && (missing1 = "amount") || data2.currency === void 0 && (missing1 = "currency"))
                  return validate30.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema41.properties.properties.required, parentSchema: schema41.properties.properties, data: data2 }], !1;
                if (data2.transaction_id !== void 0) {
                  let data3 = data2.transaction_id, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 128 && func1(data3) > 128)
                        return validate30.errors = [{ instancePath: instancePath + "/properties/transaction_id", schemaPath: "#/properties/properties/properties/transaction_id/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema41.properties.properties.properties.transaction_id, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate30.errors = [{ instancePath: instancePath + "/properties/transaction_id", schemaPath: "#/properties/properties/properties/transaction_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema41.properties.properties.properties.transaction_id, data: data3 }], !1;
                    } else
                      return validate30.errors = [{ instancePath: instancePath + "/properties/transaction_id", schemaPath: "#/properties/properties/properties/transaction_id/type", keyword: "type", params: { type: "string" }, schema: schema41.properties.properties.properties.transaction_id.type, parentSchema: schema41.properties.properties.properties.transaction_id, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.amount !== void 0) {
                    let data4 = data2.amount, _errs9 = errors;
                    if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)))
                      return validate30.errors = [{ instancePath: instancePath + "/properties/amount", schemaPath: "#/properties/properties/properties/amount/type", keyword: "type", params: { type: "integer" }, schema: schema41.properties.properties.properties.amount.type, parentSchema: schema41.properties.properties.properties.amount, data: data4 }], !1;
                    if (errors === _errs9 && typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 1e12 || isNaN(data4))
                        return validate30.errors = [{ instancePath: instancePath + "/properties/amount", schemaPath: "#/properties/properties/properties/amount/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e12 }, schema: 1e12, parentSchema: schema41.properties.properties.properties.amount, data: data4 }], !1;
                      if (data4 < 0 || isNaN(data4))
                        return validate30.errors = [{ instancePath: instancePath + "/properties/amount", schemaPath: "#/properties/properties/properties/amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema41.properties.properties.properties.amount, data: data4 }], !1;
                    }
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.currency !== void 0) {
                      let data5 = data2.currency, _errs11 = errors;
                      if (errors === _errs11)
                        if (typeof data5 == "string") {
                          if (!pattern5.test(data5))
                            return validate30.errors = [{ instancePath: instancePath + "/properties/currency", schemaPath: "#/properties/properties/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" }, schema: "^[A-Z]{3}$", parentSchema: schema41.properties.properties.properties.currency, data: data5 }], !1;
                        } else
                          return validate30.errors = [{ instancePath: instancePath + "/properties/currency", schemaPath: "#/properties/properties/properties/currency/type", keyword: "type", params: { type: "string" }, schema: schema41.properties.properties.properties.currency.type, parentSchema: schema41.properties.properties.properties.currency, data: data5 }], !1;
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1) {
                      if (data2.refund_reason !== void 0) {
                        let data6 = data2.refund_reason, _errs13 = errors;
                        if (typeof data6 != "string" && data6 !== null)
                          return validate30.errors = [{ instancePath: instancePath + "/properties/refund_reason", schemaPath: "#/properties/properties/properties/refund_reason/type", keyword: "type", params: { type: schema41.properties.properties.properties.refund_reason.type }, schema: schema41.properties.properties.properties.refund_reason.type, parentSchema: schema41.properties.properties.properties.refund_reason, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "string" && data6.length > 64 && func1(data6) > 64)
                          return validate30.errors = [{ instancePath: instancePath + "/properties/refund_reason", schemaPath: "#/properties/properties/properties/refund_reason/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema41.properties.properties.properties.refund_reason, data: data6 }], !1;
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                      if (valid1) {
                        if (data2.store !== void 0) {
                          let data7 = data2.store, _errs15 = errors;
                          if (typeof data7 != "string" && data7 !== null)
                            return validate30.errors = [{ instancePath: instancePath + "/properties/store", schemaPath: "#/properties/properties/properties/store/type", keyword: "type", params: { type: schema41.properties.properties.properties.store.type }, schema: schema41.properties.properties.properties.store.type, parentSchema: schema41.properties.properties.properties.store, data: data7 }], !1;
                          if (errors === _errs15 && typeof data7 == "string" && data7.length > 32 && func1(data7) > 32)
                            return validate30.errors = [{ instancePath: instancePath + "/properties/store", schemaPath: "#/properties/properties/properties/store/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema41.properties.properties.properties.store, data: data7 }], !1;
                          var valid1 = _errs15 === errors;
                        } else
                          var valid1 = !0;
                        if (valid1) {
                          if (data2.sandbox !== void 0) {
                            let data8 = data2.sandbox, _errs17 = errors;
                            if (typeof data8 != "boolean" && data8 !== null)
                              return validate30.errors = [{ instancePath: instancePath + "/properties/sandbox", schemaPath: "#/properties/properties/properties/sandbox/type", keyword: "type", params: { type: schema41.properties.properties.properties.sandbox.type }, schema: schema41.properties.properties.properties.sandbox.type, parentSchema: schema41.properties.properties.properties.sandbox, data: data8 }], !1;
                            var valid1 = _errs17 === errors;
                          } else
                            var valid1 = !0;
                          if (valid1) {
                            if (data2.reported_by !== void 0) {
                              let data9 = data2.reported_by, _errs19 = errors;
                              if (typeof data9 != "string" && data9 !== null)
                                return validate30.errors = [{ instancePath: instancePath + "/properties/reported_by", schemaPath: "#/properties/properties/properties/reported_by/type", keyword: "type", params: { type: schema41.properties.properties.properties.reported_by.type }, schema: schema41.properties.properties.properties.reported_by.type, parentSchema: schema41.properties.properties.properties.reported_by, data: data9 }], !1;
                              if (!(data9 === "client" || data9 === "server" || data9 === null))
                                return validate30.errors = [{ instancePath: instancePath + "/properties/reported_by", schemaPath: "#/properties/properties/properties/reported_by/enum", keyword: "enum", params: { allowedValues: schema41.properties.properties.properties.reported_by.enum }, schema: schema41.properties.properties.properties.reported_by.enum, parentSchema: schema41.properties.properties.properties.reported_by, data: data9 }], !1;
                              var valid1 = _errs19 === errors;
                            } else
                              var valid1 = !0;
                            if (valid1)
                              if (data2.item_id !== void 0) {
                                let data10 = data2.item_id, _errs21 = errors;
                                if (typeof data10 != "string" && data10 !== null)
                                  return validate30.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/type", keyword: "type", params: { type: schema41.properties.properties.properties.item_id.type }, schema: schema41.properties.properties.properties.item_id.type, parentSchema: schema41.properties.properties.properties.item_id, data: data10 }], !1;
                                if (errors === _errs21 && typeof data10 == "string") {
                                  if (data10.length > 128 && func1(data10) > 128)
                                    return validate30.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema41.properties.properties.properties.item_id, data: data10 }], !1;
                                  if (data10.length < 2 && func1(data10) < 1)
                                    return validate30.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema41.properties.properties.properties.item_id, data: data10 }], !1;
                                }
                                var valid1 = _errs21 === errors;
                              } else
                                var valid1 = !0;
                          }
                        }
                      }
                    }
                  }
                }
              } else
                return validate30.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema41.properties.properties.type, parentSchema: schema41.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate30.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema41.type, parentSchema: schema41, data }], !1;
  return validate30.errors = vErrors, errors === 0;
}
validate30.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_resource = validate31, schema42 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:resource:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "resource" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["resource_flow", "resource_currency", "resource_amount"], properties: { resource_flow: { type: "string", enum: ["source", "sink"] }, resource_currency: { type: "string", minLength: 1, maxLength: 64 }, resource_amount: { type: "number", minimum: 0 }, item_id: { type: ["string", "null"], minLength: 1, maxLength: 128 }, item_type: { type: ["string", "null"], maxLength: 64 } } } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate31.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema42.required, parentSchema: schema42, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "resource")
          return validate31.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "resource" }, schema: "resource", parentSchema: schema42.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate31.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema42.properties.event_type, data: data0 }], !1;
          } else
            return validate31.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.event_type.type, parentSchema: schema42.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate31.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema42.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate31.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema42.properties.player_key, data: data1 }], !1;
            } else
              return validate31.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.player_key.type, parentSchema: schema42.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.resource_flow === void 0 && (missing1 = "resource_flow") || data2.resource_currency === void 0 && (missing1 = "resource_currency") || data2.resource_amount === void 0 && (missing1 = "resource_amount"))
                  return validate31.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema42.properties.properties.required, parentSchema: schema42.properties.properties, data: data2 }], !1;
                if (data2.resource_flow !== void 0) {
                  let data3 = data2.resource_flow, _errs7 = errors;
                  if (typeof data3 != "string")
                    return validate31.errors = [{ instancePath: instancePath + "/properties/resource_flow", schemaPath: "#/properties/properties/properties/resource_flow/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.properties.properties.resource_flow.type, parentSchema: schema42.properties.properties.properties.resource_flow, data: data3 }], !1;
                  if (!(data3 === "source" || data3 === "sink"))
                    return validate31.errors = [{ instancePath: instancePath + "/properties/resource_flow", schemaPath: "#/properties/properties/properties/resource_flow/enum", keyword: "enum", params: { allowedValues: schema42.properties.properties.properties.resource_flow.enum }, schema: schema42.properties.properties.properties.resource_flow.enum, parentSchema: schema42.properties.properties.properties.resource_flow, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.resource_currency !== void 0) {
                    let data4 = data2.resource_currency, _errs9 = errors;
                    if (errors === _errs9)
                      if (typeof data4 == "string") {
                        if (data4.length > 64 && func1(data4) > 64)
                          return validate31.errors = [{ instancePath: instancePath + "/properties/resource_currency", schemaPath: "#/properties/properties/properties/resource_currency/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema42.properties.properties.properties.resource_currency, data: data4 }], !1;
                        if (data4.length < 2 && func1(data4) < 1)
                          return validate31.errors = [{ instancePath: instancePath + "/properties/resource_currency", schemaPath: "#/properties/properties/properties/resource_currency/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema42.properties.properties.properties.resource_currency, data: data4 }], !1;
                      } else
                        return validate31.errors = [{ instancePath: instancePath + "/properties/resource_currency", schemaPath: "#/properties/properties/properties/resource_currency/type", keyword: "type", params: { type: "string" }, schema: schema42.properties.properties.properties.resource_currency.type, parentSchema: schema42.properties.properties.properties.resource_currency, data: data4 }], !1;
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.resource_amount !== void 0) {
                      let data5 = data2.resource_amount, _errs11 = errors;
                      if (errors === _errs11)
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5))
                            return validate31.errors = [{ instancePath: instancePath + "/properties/resource_amount", schemaPath: "#/properties/properties/properties/resource_amount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema42.properties.properties.properties.resource_amount, data: data5 }], !1;
                        } else
                          return validate31.errors = [{ instancePath: instancePath + "/properties/resource_amount", schemaPath: "#/properties/properties/properties/resource_amount/type", keyword: "type", params: { type: "number" }, schema: schema42.properties.properties.properties.resource_amount.type, parentSchema: schema42.properties.properties.properties.resource_amount, data: data5 }], !1;
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1) {
                      if (data2.item_id !== void 0) {
                        let data6 = data2.item_id, _errs13 = errors;
                        if (typeof data6 != "string" && data6 !== null)
                          return validate31.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/type", keyword: "type", params: { type: schema42.properties.properties.properties.item_id.type }, schema: schema42.properties.properties.properties.item_id.type, parentSchema: schema42.properties.properties.properties.item_id, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "string") {
                          if (data6.length > 128 && func1(data6) > 128)
                            return validate31.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema42.properties.properties.properties.item_id, data: data6 }], !1;
                          if (data6.length < 2 && func1(data6) < 1)
                            return validate31.errors = [{ instancePath: instancePath + "/properties/item_id", schemaPath: "#/properties/properties/properties/item_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema42.properties.properties.properties.item_id, data: data6 }], !1;
                        }
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                      if (valid1)
                        if (data2.item_type !== void 0) {
                          let data7 = data2.item_type, _errs15 = errors;
                          if (typeof data7 != "string" && data7 !== null)
                            return validate31.errors = [{ instancePath: instancePath + "/properties/item_type", schemaPath: "#/properties/properties/properties/item_type/type", keyword: "type", params: { type: schema42.properties.properties.properties.item_type.type }, schema: schema42.properties.properties.properties.item_type.type, parentSchema: schema42.properties.properties.properties.item_type, data: data7 }], !1;
                          if (errors === _errs15 && typeof data7 == "string" && data7.length > 64 && func1(data7) > 64)
                            return validate31.errors = [{ instancePath: instancePath + "/properties/item_type", schemaPath: "#/properties/properties/properties/item_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema42.properties.properties.properties.item_type, data: data7 }], !1;
                          var valid1 = _errs15 === errors;
                        } else
                          var valid1 = !0;
                    }
                  }
                }
              } else
                return validate31.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema42.properties.properties.type, parentSchema: schema42.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema42.type, parentSchema: schema42, data }], !1;
  return validate31.errors = vErrors, errors === 0;
}
validate31.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_review = validate32, schema43 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:review:1.0.0:stored", type: "object", required: ["event_type", "player_key", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "review" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["body"], properties: { body: { type: "string", minLength: 1, maxLength: 4096 }, rating: { type: ["number", "null"], minimum: 0, maximum: 10 }, review_source: { type: ["string", "null"], maxLength: 64 }, language: { type: ["string", "null"], maxLength: 35 } } } } };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key") || data.properties === void 0 && (missing0 = "properties"))
        return validate32.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema43.required, parentSchema: schema43, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "review")
          return validate32.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "review" }, schema: "review", parentSchema: schema43.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate32.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema43.properties.event_type, data: data0 }], !1;
          } else
            return validate32.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.event_type.type, parentSchema: schema43.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate32.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema43.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate32.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema43.properties.player_key, data: data1 }], !1;
            } else
              return validate32.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.player_key.type, parentSchema: schema43.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.body === void 0 && (missing1 = "body"))
                  return validate32.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema43.properties.properties.required, parentSchema: schema43.properties.properties, data: data2 }], !1;
                if (data2.body !== void 0) {
                  let data3 = data2.body, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 4096 && func1(data3) > 4096)
                        return validate32.errors = [{ instancePath: instancePath + "/properties/body", schemaPath: "#/properties/properties/properties/body/maxLength", keyword: "maxLength", params: { limit: 4096 }, schema: 4096, parentSchema: schema43.properties.properties.properties.body, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate32.errors = [{ instancePath: instancePath + "/properties/body", schemaPath: "#/properties/properties/properties/body/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema43.properties.properties.properties.body, data: data3 }], !1;
                    } else
                      return validate32.errors = [{ instancePath: instancePath + "/properties/body", schemaPath: "#/properties/properties/properties/body/type", keyword: "type", params: { type: "string" }, schema: schema43.properties.properties.properties.body.type, parentSchema: schema43.properties.properties.properties.body, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.rating !== void 0) {
                    let data4 = data2.rating, _errs9 = errors;
                    if (!(typeof data4 == "number" && isFinite(data4)) && data4 !== null)
                      return validate32.errors = [{ instancePath: instancePath + "/properties/rating", schemaPath: "#/properties/properties/properties/rating/type", keyword: "type", params: { type: schema43.properties.properties.properties.rating.type }, schema: schema43.properties.properties.properties.rating.type, parentSchema: schema43.properties.properties.properties.rating, data: data4 }], !1;
                    if (errors === _errs9 && typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 10 || isNaN(data4))
                        return validate32.errors = [{ instancePath: instancePath + "/properties/rating", schemaPath: "#/properties/properties/properties/rating/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, schema: 10, parentSchema: schema43.properties.properties.properties.rating, data: data4 }], !1;
                      if (data4 < 0 || isNaN(data4))
                        return validate32.errors = [{ instancePath: instancePath + "/properties/rating", schemaPath: "#/properties/properties/properties/rating/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema43.properties.properties.properties.rating, data: data4 }], !1;
                    }
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.review_source !== void 0) {
                      let data5 = data2.review_source, _errs11 = errors;
                      if (typeof data5 != "string" && data5 !== null)
                        return validate32.errors = [{ instancePath: instancePath + "/properties/review_source", schemaPath: "#/properties/properties/properties/review_source/type", keyword: "type", params: { type: schema43.properties.properties.properties.review_source.type }, schema: schema43.properties.properties.properties.review_source.type, parentSchema: schema43.properties.properties.properties.review_source, data: data5 }], !1;
                      if (errors === _errs11 && typeof data5 == "string" && data5.length > 64 && func1(data5) > 64)
                        return validate32.errors = [{ instancePath: instancePath + "/properties/review_source", schemaPath: "#/properties/properties/properties/review_source/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema43.properties.properties.properties.review_source, data: data5 }], !1;
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1)
                      if (data2.language !== void 0) {
                        let data6 = data2.language, _errs13 = errors;
                        if (typeof data6 != "string" && data6 !== null)
                          return validate32.errors = [{ instancePath: instancePath + "/properties/language", schemaPath: "#/properties/properties/properties/language/type", keyword: "type", params: { type: schema43.properties.properties.properties.language.type }, schema: schema43.properties.properties.properties.language.type, parentSchema: schema43.properties.properties.properties.language, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "string" && data6.length > 35 && func1(data6) > 35)
                          return validate32.errors = [{ instancePath: instancePath + "/properties/language", schemaPath: "#/properties/properties/properties/language/maxLength", keyword: "maxLength", params: { limit: 35 }, schema: 35, parentSchema: schema43.properties.properties.properties.language, data: data6 }], !1;
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                  }
                }
              } else
                return validate32.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema43.properties.properties.type, parentSchema: schema43.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate32.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema43.type, parentSchema: schema43, data }], !1;
  return validate32.errors = vErrors, errors === 0;
}
validate32.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_server_health = validate33, schema44 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:server_health:1.0.0:stored", type: "object", required: ["event_type", "properties"], properties: { event_type: { type: "string", maxLength: 64, const: "server_health" }, player_key: { type: ["string", "null"], minLength: 1, maxLength: 64 }, properties: { type: "object", required: ["server_id"], properties: { server_id: { type: "string", minLength: 1, maxLength: 64 }, cpu_percent: { type: ["number", "null"], minimum: 0, maximum: 100 }, memory_percent: { type: ["number", "null"], minimum: 0, maximum: 100 }, tick_ms: { type: ["number", "null"], minimum: 0 }, players_online: { type: ["integer", "null"], minimum: 0, maximum: 9007199254740991 } } } } };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.properties === void 0 && (missing0 = "properties"))
        return validate33.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema44.required, parentSchema: schema44, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "server_health")
          return validate33.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "server_health" }, schema: "server_health", parentSchema: schema44.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate33.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema44.properties.event_type, data: data0 }], !1;
          } else
            return validate33.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.event_type.type, parentSchema: schema44.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (typeof data1 != "string" && data1 !== null)
            return validate33.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: schema44.properties.player_key.type }, schema: schema44.properties.player_key.type, parentSchema: schema44.properties.player_key, data: data1 }], !1;
          if (errors === _errs3 && typeof data1 == "string") {
            if (data1.length > 64 && func1(data1) > 64)
              return validate33.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema44.properties.player_key, data: data1 }], !1;
            if (data1.length < 2 && func1(data1) < 1)
              return validate33.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema44.properties.player_key, data: data1 }], !1;
          }
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (errors === _errs5)
              if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                let missing1;
                if (data2.server_id === void 0 && (missing1 = "server_id"))
                  return validate33.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/required", keyword: "required", params: { missingProperty: missing1 }, schema: schema44.properties.properties.required, parentSchema: schema44.properties.properties, data: data2 }], !1;
                if (data2.server_id !== void 0) {
                  let data3 = data2.server_id, _errs7 = errors;
                  if (errors === _errs7)
                    if (typeof data3 == "string") {
                      if (data3.length > 64 && func1(data3) > 64)
                        return validate33.errors = [{ instancePath: instancePath + "/properties/server_id", schemaPath: "#/properties/properties/properties/server_id/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema44.properties.properties.properties.server_id, data: data3 }], !1;
                      if (data3.length < 2 && func1(data3) < 1)
                        return validate33.errors = [{ instancePath: instancePath + "/properties/server_id", schemaPath: "#/properties/properties/properties/server_id/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema44.properties.properties.properties.server_id, data: data3 }], !1;
                    } else
                      return validate33.errors = [{ instancePath: instancePath + "/properties/server_id", schemaPath: "#/properties/properties/properties/server_id/type", keyword: "type", params: { type: "string" }, schema: schema44.properties.properties.properties.server_id.type, parentSchema: schema44.properties.properties.properties.server_id, data: data3 }], !1;
                  var valid1 = _errs7 === errors;
                } else
                  var valid1 = !0;
                if (valid1) {
                  if (data2.cpu_percent !== void 0) {
                    let data4 = data2.cpu_percent, _errs9 = errors;
                    if (!(typeof data4 == "number" && isFinite(data4)) && data4 !== null)
                      return validate33.errors = [{ instancePath: instancePath + "/properties/cpu_percent", schemaPath: "#/properties/properties/properties/cpu_percent/type", keyword: "type", params: { type: schema44.properties.properties.properties.cpu_percent.type }, schema: schema44.properties.properties.properties.cpu_percent.type, parentSchema: schema44.properties.properties.properties.cpu_percent, data: data4 }], !1;
                    if (errors === _errs9 && typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 100 || isNaN(data4))
                        return validate33.errors = [{ instancePath: instancePath + "/properties/cpu_percent", schemaPath: "#/properties/properties/properties/cpu_percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, schema: 100, parentSchema: schema44.properties.properties.properties.cpu_percent, data: data4 }], !1;
                      if (data4 < 0 || isNaN(data4))
                        return validate33.errors = [{ instancePath: instancePath + "/properties/cpu_percent", schemaPath: "#/properties/properties/properties/cpu_percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema44.properties.properties.properties.cpu_percent, data: data4 }], !1;
                    }
                    var valid1 = _errs9 === errors;
                  } else
                    var valid1 = !0;
                  if (valid1) {
                    if (data2.memory_percent !== void 0) {
                      let data5 = data2.memory_percent, _errs11 = errors;
                      if (!(typeof data5 == "number" && isFinite(data5)) && data5 !== null)
                        return validate33.errors = [{ instancePath: instancePath + "/properties/memory_percent", schemaPath: "#/properties/properties/properties/memory_percent/type", keyword: "type", params: { type: schema44.properties.properties.properties.memory_percent.type }, schema: schema44.properties.properties.properties.memory_percent.type, parentSchema: schema44.properties.properties.properties.memory_percent, data: data5 }], !1;
                      if (errors === _errs11 && typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 100 || isNaN(data5))
                          return validate33.errors = [{ instancePath: instancePath + "/properties/memory_percent", schemaPath: "#/properties/properties/properties/memory_percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, schema: 100, parentSchema: schema44.properties.properties.properties.memory_percent, data: data5 }], !1;
                        if (data5 < 0 || isNaN(data5))
                          return validate33.errors = [{ instancePath: instancePath + "/properties/memory_percent", schemaPath: "#/properties/properties/properties/memory_percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema44.properties.properties.properties.memory_percent, data: data5 }], !1;
                      }
                      var valid1 = _errs11 === errors;
                    } else
                      var valid1 = !0;
                    if (valid1) {
                      if (data2.tick_ms !== void 0) {
                        let data6 = data2.tick_ms, _errs13 = errors;
                        if (!(typeof data6 == "number" && isFinite(data6)) && data6 !== null)
                          return validate33.errors = [{ instancePath: instancePath + "/properties/tick_ms", schemaPath: "#/properties/properties/properties/tick_ms/type", keyword: "type", params: { type: schema44.properties.properties.properties.tick_ms.type }, schema: schema44.properties.properties.properties.tick_ms.type, parentSchema: schema44.properties.properties.properties.tick_ms, data: data6 }], !1;
                        if (errors === _errs13 && typeof data6 == "number" && isFinite(data6) && (data6 < 0 || isNaN(data6)))
                          return validate33.errors = [{ instancePath: instancePath + "/properties/tick_ms", schemaPath: "#/properties/properties/properties/tick_ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema44.properties.properties.properties.tick_ms, data: data6 }], !1;
                        var valid1 = _errs13 === errors;
                      } else
                        var valid1 = !0;
                      if (valid1)
                        if (data2.players_online !== void 0) {
                          let data7 = data2.players_online, _errs15 = errors;
                          if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) && data7 !== null)
                            return validate33.errors = [{ instancePath: instancePath + "/properties/players_online", schemaPath: "#/properties/properties/properties/players_online/type", keyword: "type", params: { type: schema44.properties.properties.properties.players_online.type }, schema: schema44.properties.properties.properties.players_online.type, parentSchema: schema44.properties.properties.properties.players_online, data: data7 }], !1;
                          if (errors === _errs15 && typeof data7 == "number" && isFinite(data7)) {
                            if (data7 > 9007199254740991 || isNaN(data7))
                              return validate33.errors = [{ instancePath: instancePath + "/properties/players_online", schemaPath: "#/properties/properties/properties/players_online/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema44.properties.properties.properties.players_online, data: data7 }], !1;
                            if (data7 < 0 || isNaN(data7))
                              return validate33.errors = [{ instancePath: instancePath + "/properties/players_online", schemaPath: "#/properties/properties/properties/players_online/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema44.properties.properties.properties.players_online, data: data7 }], !1;
                          }
                          var valid1 = _errs15 === errors;
                        } else
                          var valid1 = !0;
                    }
                  }
                }
              } else
                return validate33.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: "object" }, schema: schema44.properties.properties.type, parentSchema: schema44.properties.properties, data: data2 }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate33.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema44.type, parentSchema: schema44, data }], !1;
  return validate33.errors = vErrors, errors === 0;
}
validate33.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_session_end = validate34, schema45 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:session_end:1.0.0:stored", type: "object", required: ["event_type", "player_key"], properties: { event_type: { type: "string", maxLength: 64, const: "session_end" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: ["object", "null"], properties: { session_seconds: { type: ["number", "null"], minimum: 0, maximum: 604800 } } } } };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key"))
        return validate34.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema45.required, parentSchema: schema45, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "session_end")
          return validate34.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "session_end" }, schema: "session_end", parentSchema: schema45.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate34.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema45.properties.event_type, data: data0 }], !1;
          } else
            return validate34.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.event_type.type, parentSchema: schema45.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate34.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema45.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate34.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema45.properties.player_key, data: data1 }], !1;
            } else
              return validate34.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.player_key.type, parentSchema: schema45.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null)
              return validate34.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: schema45.properties.properties.type }, schema: schema45.properties.properties.type, parentSchema: schema45.properties.properties, data: data2 }], !1;
            if (errors === _errs5 && data2 && typeof data2 == "object" && !Array.isArray(data2) && data2.session_seconds !== void 0) {
              let data3 = data2.session_seconds, _errs7 = errors;
              if (!(typeof data3 == "number" && isFinite(data3)) && data3 !== null)
                return validate34.errors = [{ instancePath: instancePath + "/properties/session_seconds", schemaPath: "#/properties/properties/properties/session_seconds/type", keyword: "type", params: { type: schema45.properties.properties.properties.session_seconds.type }, schema: schema45.properties.properties.properties.session_seconds.type, parentSchema: schema45.properties.properties.properties.session_seconds, data: data3 }], !1;
              if (errors === _errs7 && typeof data3 == "number" && isFinite(data3)) {
                if (data3 > 604800 || isNaN(data3))
                  return validate34.errors = [{ instancePath: instancePath + "/properties/session_seconds", schemaPath: "#/properties/properties/properties/session_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 604800 }, schema: 604800, parentSchema: schema45.properties.properties.properties.session_seconds, data: data3 }], !1;
                if (data3 < 0 || isNaN(data3))
                  return validate34.errors = [{ instancePath: instancePath + "/properties/session_seconds", schemaPath: "#/properties/properties/properties/session_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema45.properties.properties.properties.session_seconds, data: data3 }], !1;
              }
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate34.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema45.type, parentSchema: schema45, data }], !1;
  return validate34.errors = vErrors, errors === 0;
}
validate34.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var event_session_start = validate35, schema46 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:playlake:events:session_start:1.0.0:stored", type: "object", required: ["event_type", "player_key"], properties: { event_type: { type: "string", maxLength: 64, const: "session_start" }, player_key: { type: "string", minLength: 1, maxLength: 64 }, properties: { type: ["object", "null"], properties: { session_number: { type: ["integer", "null"], minimum: 1, maximum: 9007199254740991 } } } } };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0, evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event_type === void 0 && (missing0 = "event_type") || data.player_key === void 0 && (missing0 = "player_key"))
        return validate35.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, schema: schema46.required, parentSchema: schema46, data }], !1;
      if (data.event_type !== void 0) {
        let data0 = data.event_type, _errs1 = errors;
        if (data0 !== "session_start")
          return validate35.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/const", keyword: "const", params: { allowedValue: "session_start" }, schema: "session_start", parentSchema: schema46.properties.event_type, data: data0 }], !1;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (data0.length > 64 && func1(data0) > 64)
              return validate35.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema46.properties.event_type, data: data0 }], !1;
          } else
            return validate35.errors = [{ instancePath: instancePath + "/event_type", schemaPath: "#/properties/event_type/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.event_type.type, parentSchema: schema46.properties.event_type, data: data0 }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.player_key !== void 0) {
          let data1 = data.player_key, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (data1.length > 64 && func1(data1) > 64)
                return validate35.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema46.properties.player_key, data: data1 }], !1;
              if (data1.length < 2 && func1(data1) < 1)
                return validate35.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema46.properties.player_key, data: data1 }], !1;
            } else
              return validate35.errors = [{ instancePath: instancePath + "/player_key", schemaPath: "#/properties/player_key/type", keyword: "type", params: { type: "string" }, schema: schema46.properties.player_key.type, parentSchema: schema46.properties.player_key, data: data1 }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.properties !== void 0) {
            let data2 = data.properties, _errs5 = errors;
            if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null)
              return validate35.errors = [{ instancePath: instancePath + "/properties", schemaPath: "#/properties/properties/type", keyword: "type", params: { type: schema46.properties.properties.type }, schema: schema46.properties.properties.type, parentSchema: schema46.properties.properties, data: data2 }], !1;
            if (errors === _errs5 && data2 && typeof data2 == "object" && !Array.isArray(data2) && data2.session_number !== void 0) {
              let data3 = data2.session_number, _errs7 = errors;
              if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) && data3 !== null)
                return validate35.errors = [{ instancePath: instancePath + "/properties/session_number", schemaPath: "#/properties/properties/properties/session_number/type", keyword: "type", params: { type: schema46.properties.properties.properties.session_number.type }, schema: schema46.properties.properties.properties.session_number.type, parentSchema: schema46.properties.properties.properties.session_number, data: data3 }], !1;
              if (errors === _errs7 && typeof data3 == "number" && isFinite(data3)) {
                if (data3 > 9007199254740991 || isNaN(data3))
                  return validate35.errors = [{ instancePath: instancePath + "/properties/session_number", schemaPath: "#/properties/properties/properties/session_number/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema46.properties.properties.properties.session_number, data: data3 }], !1;
                if (data3 < 1 || isNaN(data3))
                  return validate35.errors = [{ instancePath: instancePath + "/properties/session_number", schemaPath: "#/properties/properties/properties/session_number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema46.properties.properties.properties.session_number, data: data3 }], !1;
              }
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate35.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema46.type, parentSchema: schema46, data }], !1;
  return validate35.errors = vErrors, errors === 0;
}
validate35.evaluated = { props: { event_type: !0, player_key: !0, properties: !0 }, dynamicProps: !1, dynamicItems: !1 };
var typeOf = (value) => value === null ? "null" : Array.isArray(value) ? "array" : typeof value, tell = ({ keyword, instancePath, params, data }) => ({ keyword, instancePath, params, found: typeOf(data) });
function told(event) {
  let validate = (data) => {
    let errors = common(data) ? event(data) ? null : event.errors : common.errors;
    return validate.errors = errors && errors.map(tell), errors === null;
  };
  return validate.errors = null, validate;
}
var validators = {
  ad_impression: told(event_ad_impression),
  chat_message: told(event_chat_message),
  custom: told(event_custom),
  error: told(event_error),
  exposure: told(event_exposure),
  match_end: told(event_match_end),
  player_link: told(event_player_link),
  progression: told(event_progression),
  purchase: told(event_purchase),
  refund: told(event_refund),
  resource: told(event_resource),
  review: told(event_review),
  server_health: told(event_server_health),
  session_end: told(event_session_end),
  session_start: told(event_session_start)
};
export {
  common,
  event_ad_impression,
  event_chat_message,
  event_custom,
  event_error,
  event_exposure,
  event_match_end,
  event_player_link,
  event_progression,
  event_purchase,
  event_refund,
  event_resource,
  event_review,
  event_server_health,
  event_session_end,
  event_session_start,
  validators
};
