/** Returns the paths of one record's files, below the base of the published site. `name` is `recordName(id)`. */
export const recordPaths = (name: string) => ({
  record: `r/${name}.json`,
  page: `r/${name}/index.html`,
  frame: `e/${name}/index.html`,
  badge: `badge/${name}.svg`,
  oembed: `oembed/${name}.json`,
});
