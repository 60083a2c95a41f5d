// @ts-check
/**
 * Lint rule: members of the browser's objects (`signal.throwIfAborted`, `element.checkVisibility`) exist in the browsers of package.json's
 * `browserslist`. eslint-plugin-compat checks globals and their static members; this rule uses the types. An optional call is allowed, and so is
 * a member that the file tests with `in`.
 */
import data from '@mdn/browser-compat-data' with { type: 'json' };
import { tooOldFor } from './floor.mjs';

/** As in css-floor-rule.mjs. @type {any} */
const bcd = data;

/** @type {import('eslint').Rule.RuleModule} */
export const memberFloorRule = {
  meta: { type: 'problem', schema: [], messages: { newer: '{{member}} is newer than {{old}}' } },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      MemberExpression(node) {
        if (node.computed || node.property.type !== 'Identifier' || node.optional) return;
        if (node.parent.type === 'CallExpression' && node.parent.callee === node && node.parent.optional) return;
        const { name } = node.property;
        const [declaration] = services.getSymbolAtLocation(node.property)?.declarations ?? [];
        const owner = /** @type {{ name?: { text?: string } } | undefined} */ (declaration?.parent)?.name?.text;
        if (!owner || !declaration?.getSourceFile().fileName.includes('/typescript/lib/lib.')) return;
        const builtin = owner.replace(/Constructor$|^Readonly(?=Array|Map|Set)/, '');
        const feature =
          bcd.api[owner]?.[name] ?? bcd.api[owner]?.[`${name}_static`] ?? bcd.javascript.builtins[builtin]?.[name];
        const old = tooOldFor(feature);
        if (old.length === 0 || new RegExp(`'${name}' in `).test(context.sourceCode.text)) return;
        context.report({ node, messageId: 'newer', data: { member: `${owner}.${name}`, old: old.join(', ') } });
      },
    };
  },
};
