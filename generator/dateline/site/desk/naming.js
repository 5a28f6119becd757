/* Refuses a new record whose id is none, before anything of it is proposed.  Sveltia CMS holds an id against the pattern
   only where somebody typed it; made of a date or a name, as 2020-06~ or St. Mary, it would be no id, nor a branch. */

import { GRAPHQL } from "./beginning.js";

const BRANCH = /^refs\/heads\/cms\/([^/]+)\/(.+)$/;

export function nameAsTheRecordsDo(scope, collections) {
  const slugs = new Map(collections.map(({ name, slug }) => [name, slug]));
  const ask = scope.fetch.bind(scope);

  function refused(body) {
    const [, kind, id] = BRANCH.exec(JSON.parse(body).variables?.input?.name ?? "") ?? [];
    const slug = slugs.get(kind);
    return slug && !new RegExp(slug.pattern[0]).test(id) ? `"${id}" is no id. Choose another under ⋮, Slug. ${slug.hint}` : "";
  }

  scope.fetch = async (address, options) => {
    const why = GRAPHQL.test(String(address)) && typeof options?.body === "string" ? refused(options.body) : "";
    return why ? Response.json({ errors: [{ message: why }] }) : ask(address, options);
  };
}
