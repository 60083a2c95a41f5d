/** Key of a schema that names the required member of an object. An object without that member is dropped. */
export const required: unique symbol = /* @__PURE__ */ Symbol();
