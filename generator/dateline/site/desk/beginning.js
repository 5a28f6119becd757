/* Has each proposal begin at the commit that its editor looked at.  Sveltia CMS would begin it at the newest one and write
   the whole file over it: what somebody else changed meanwhile would be taken back without a word.  Begun where it was
   read, git puts both changes together, or says that they collide. */

export const GRAPHQL = /^https:\/\/api\.github\.com\/graphql$/;
const BRANCH = /^refs\/heads\/cms\//;

export function beginWhereItWasRead(scope) {
  const ask = scope.fetch.bind(scope);
  const instead = new Map();
  let read;

  function begun(question) {
    const input = question.variables?.input;
    if (!read || !input) return;
    if (BRANCH.test(input.name ?? "")) {
      instead.set(input.oid, read);
      input.oid = read;
    } else if (input.fileChanges && input.branch?.branchName?.startsWith("cms/")) {
      input.expectedHeadOid = instead.get(input.expectedHeadOid) ?? input.expectedHeadOid;
    }
  }

  scope.fetch = async (address, options) => {
    if (!GRAPHQL.test(String(address)) || typeof options?.body !== "string") return ask(address, options);
    const question = JSON.parse(options.body);
    begun(question);
    const answer = await ask(address, { ...options, body: JSON.stringify(question) });
    if (question.query.includes("history(first: 1) {") && !question.query.includes("path:")) {
      const told = await answer.clone().json();
      read = told.data?.repository?.ref?.target?.history?.nodes?.[0]?.oid ?? read;
    }
    return answer;
  };
}
