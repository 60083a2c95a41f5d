/** Names the one member without which an object is dropped. */
export const required: unique symbol = /* @__PURE__ */ Symbol();
