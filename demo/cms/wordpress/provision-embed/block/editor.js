/** The block in the editor, as plain JavaScript without build or JSX. */
(function (wp, settings) {
  'use strict';

  var element = wp.element.createElement;
  var __ = wp.i18n.__;
  var components = wp.components;

  /** Fields of the sidebar: attribute, label, and choices if any. */
  var source = [
    ['url', __('Permalink', 'provision-embed')],
    ['feed', __('Feed (instead of a permalink)', 'provision-embed')],
    ['record', __('Id of the record in the feed', 'provision-embed')],
  ];
  var looks = [
    [
      'layout',
      __('Layout', 'provision-embed'),
      [
        ['', __('The site’s', 'provision-embed')],
        ['compact', __('Compact', 'provision-embed')],
        ['article', __('Article', 'provision-embed')],
        ['full', __('Full', 'provision-embed')],
      ],
    ],
    [
      'mode',
      __('Wording', 'provision-embed'),
      [
        ['', __('As published here', 'provision-embed')],
        ['live', __('Always the current one', 'provision-embed')],
      ],
    ],
    [
      'headingLevel',
      __('Level of the heading', 'provision-embed'),
      ['', '2', '3', '4', '5', '6'].map(function (level) {
        return [level, level || __('As usual (3)', 'provision-embed')];
      }),
    ],
    ['lang', __('Language of the card (en, pt-BR …)', 'provision-embed')],
    ['theme', __('Class names of your theme', 'provision-embed')],
  ];

  function fields(list, props) {
    return list.map(function (field) {
      var name = field[0];
      var choices = field[2];
      return element(choices ? components.SelectControl : components.TextControl, {
        key: name,
        label: field[1],
        value: props.attributes[name],
        options:
          choices &&
          choices.map(function (choice) {
            return { value: choice[0], label: choice[1] };
          }),
        onChange: function (value) {
          var changed = {};
          // Do not trim class names while typing, because a space between them is briefly the last character.
          changed[name] = name === 'theme' ? value : value.trim();
          props.setAttributes(changed);
        },
        __nextHasNoMarginBottom: true,
      });
    });
  }

  function isSet(attributes) {
    return Boolean(attributes.url || attributes.feed);
  }

  /** The preview is the server's HTML, which the script upgrades to a card, as on the published page. */
  function preview(attributes) {
    return element(
      components.Disabled,
      null,
      element(wp.serverSideRender, { block: 'provision-embed/record', attributes: attributes }),
    );
  }

  function edit(props) {
    return element(
      wp.element.Fragment,
      null,
      element(
        wp.blockEditor.InspectorControls,
        null,
        element(components.PanelBody, { title: __('Record', 'provision-embed') }, fields(source, props)),
        element(components.PanelBody, { title: __('Presentation', 'provision-embed') }, fields(looks, props)),
      ),
      element(
        'div',
        wp.blockEditor.useBlockProps(),
        isSet(props.attributes)
          ? preview(props.attributes)
          : element(
              components.Placeholder,
              {
                icon: 'media-document',
                label: __('Provision record', 'provision-embed'),
                instructions: __('Paste the permanent link of the record.', 'provision-embed'),
                isColumnLayout: true,
              },
              fields(source.slice(0, 1), props),
            ),
      ),
    );
  }

  /** Saves a link as fallback, because posts outlive the plugin. */
  function save(props) {
    var href = props.attributes.url || props.attributes.feed;
    return href ? element('p', wp.blockEditor.useBlockProps.save(), element('a', { href: href }, href)) : null;
  }

  /** Matches a permalink pasted on its own line. */
  function isPermalink(node) {
    var text = node.nodeName === 'P' ? node.textContent.trim() : '';
    return settings.prefixes.some(function (prefix) {
      return text.indexOf(prefix) === 0 && /^[\w-]+\/?(?:[?#]\S*)?$/.test(text.slice(prefix.length));
    });
  }

  wp.blocks.registerBlockType('provision-embed/record', {
    edit: edit,
    save: save,
    transforms: {
      from: [
        {
          type: 'raw',
          priority: 5,
          isMatch: isPermalink,
          transform: function (node) {
            return wp.blocks.createBlock('provision-embed/record', { url: node.textContent.trim() });
          },
        },
      ],
    },
  });
})(window.wp, window.provisionEmbedBlock || { prefixes: [] });
