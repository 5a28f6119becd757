/* Reads a record for the form, and writes back what was changed in it: all else of the file stays as it was, with its
   comments, its quotes and its layout.  The file's text goes through the form in a hidden key.

   A key that stays empty is left out, and what the form does not know is left alone. */

import { Document, isMap, isScalar, isSeq, Pair, parseDocument, Scalar } from "./yaml/dist/index.js";

const KEPT = "kept_text";
const FRONT_MATTER = /^---\n([\s\S]*?\n)?---(?:\n|$)\n?([\s\S]*)$/;
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false };
/** What some tool for YAML takes for something else than text. */
const SURPRISING = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?[\d.][\d_:.,+-]*(?:[eExXoObB][\d.a-fA-F+-]*)?)$/i;
const KNOWN_BY = ["id", "n"];

export class Keeper {
  /** `fields` is what the form has of a kind of record. */
  constructor(fields, isFrontMatter) {
    Object.assign(this, { fields, isFrontMatter });
  }

  /** Return the record in a file's text. */
  read(text) {
    const [head, body] = this.parts(text);
    const document = parseDocument(head);
    if (document.errors.length) throw new Error(document.errors[0].message);
    return { ...shown(document.toJS() ?? {}, this.fields), ...(this.isFrontMatter ? { body } : {}), [KEPT]: text };
  }

  /** Return the text of a record's file. */
  write({ [KEPT]: text, body, ...record }) {
    const [head] = this.parts(text ?? "");
    const document = head ? parseDocument(head) : new Document({});
    const known = this.fields.filter(({ name }) => name !== KEPT && !(this.isFrontMatter && name === "body"));
    change(document, document.contents, record, known);
    const written = document.toString(LAYOUT);
    return this.isFrontMatter ? `---\n${written}---\n\n${(body ?? "").trim()}\n` : written;
  }

  parts(text) {
    const found = this.isFrontMatter && text.match(FRONT_MATTER);
    return found ? [found[1] ?? "", found[2].trim()] : [text, ""];
  }
}

/** Return a value as the form shows it: a list where it has one and the file has one entry, keys where it has a word. */
function shown(value, fields) {
  if (Array.isArray(value)) return value.map((item) => shown(item, fields));
  if (value === null) return value;
  if (typeof value !== "object") return { [fields[0].name]: value };
  const made = { ...value };
  for (const field of fields) {
    const one = value[field.name];
    if (one === undefined || one === null) continue;
    if (field.fields) {
      const all = field.widget === "list" && !Array.isArray(one) ? [one] : one;
      made[field.name] = typeof all === "object" ? shown(all, field.fields) : all;
    }
    else if (field.multiple && !Array.isArray(one)) made[field.name] = [one];
  }
  return made;
}

/** Whether there is nothing to write of a value: what is off by itself is not written either. */
function isEmpty(value) {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** Whether what was typed says the same as what stands in the file: 2017 and "2017" do, so do a, [a] and [{actor: a}]. */
function isSame(there, now) {
  if (there === undefined || there === null) return isEmpty(now);
  if (Array.isArray(now) && !Array.isArray(there)) return now.length === 1 && isSame(there, now[0]);
  if (typeof there !== "object" && now !== null && typeof now === "object") {
    const said = Object.keys(now).filter((key) => !isEmpty(now[key]));
    return said.length === 1 && ["actor", "place"].includes(said[0]) && isSame(there, now[said[0]]);
  }
  if (typeof there !== "object") return String(there) === String(now ?? "");
  if (isEmpty(there) && isEmpty(now)) return true;
  if (now === null || typeof now !== "object" || Array.isArray(there) !== Array.isArray(now)) return false;
  if (Array.isArray(there) && there.length !== now.length) return false;
  return [...new Set([...Object.keys(there), ...Object.keys(now)])].every((key) => isSame(there[key], now[key]));
}

/** Bring a mapping of the file to what the form says, key by key. */
function change(document, map, now, fields) {
  for (const field of fields) {
    const there = map.get(field.name, true);
    const value = now[field.name];
    if (isSame(there?.toJS(document), value)) continue;
    if (isEmpty(value) && value !== false) map.delete(field.name);
    else if (value === false && there === undefined) continue;
    else if (isMap(there) && field.fields && !(value.length > 1)) change(document, there, value[0] ?? value, field.fields);
    else if (isSeq(there) && Array.isArray(value)) changeList(document, there, value, field);
    else if (isScalar(there) && typeof value !== "object") rewrite(there, value, field);
    else put(map, field.name, made(document, value, field), fields);
  }
}

/** Put a key where its kind of record has it: behind the last that comes before it. */
function put(map, name, node, fields) {
  const order = fields.map((field) => field.name);
  const own = map.items.findIndex((pair) => String(pair.key) === name);
  if (own >= 0) map.items[own].value = node;
  else {
    const before = new Set(order.slice(0, order.indexOf(name)));
    const at = map.items.findLastIndex((pair) => before.has(String(pair.key)));
    map.items.splice(at + 1, 0, new Pair(new Scalar(name), node));
  }
}

/** Bring a list of the file to what the form says: an item that is known again keeps its place in the text. */
function changeList(document, list, now, field) {
  const left = new Set(list.items);
  const found = now.map((value) => take(left, (node) => isSame(node.toJS(document), value)));
  const know = (value, index) =>
    take(left, (node) => isMap(node) && KNOWN_BY.some((key) => value?.[key] !== undefined && isSame(node.get(key), value[key]))) ??
    take(left, (node) => isMap(node) && node === list.items[index] && !KNOWN_BY.some((key) => node.has(key)));
  const items = now.map((value, index) => found[index] ?? know(value, index) ?? value);
  list.items = items.map((item, index) => {
    if (item === now[index]) return made(document, item, field.field ?? { ...field, multiple: false }, true);
    if (isMap(item) && !found[index]) change(document, item, now[index], field.fields);
    return item;
  });
}

function take(nodes, isIt) {
  const node = [...nodes].find(isIt);
  nodes.delete(node);
  return node;
}

function rewrite(scalar, value, field) {
  const fresh = written(value, field);
  scalar.value = fresh.value;
  if (fresh.type) scalar.type = fresh.type;
  for (const key of ["source", "format", "minFractionDigits"]) delete scalar[key];
}

function written(value, field) {
  const scalar = new Scalar(typeof value === "string" ? value.trim() : value);
  const isDate = field.pattern !== undefined && /^\d/.test(scalar.value);
  if (typeof value === "string" && !isDate && SURPRISING.test(scalar.value)) scalar.type = "QUOTE_DOUBLE";
  return scalar;
}

/** Return a new node in the layout that records have: one line for what has no lists of things in it. */
function made(document, value, field, isItem = false) {
  if (Array.isArray(value)) {
    const list = document.createNode([]);
    list.flow = !field.fields;
    list.items = value.filter((one) => !isEmpty(one)).map((one) => made(document, one, field.field ?? field, true));
    return list;
  }
  if (value === null || typeof value !== "object") return written(value, field);
  const map = document.createNode({});
  map.flow = isShort(field);
  const keys = field.fields ?? Object.keys(value).map((name) => ({ name }));
  for (const key of keys) {
    if (!isEmpty(value[key.name])) map.add(new Pair(new Scalar(key.name), made(document, value[key.name], key)));
  }
  return isItem && !map.items.length ? document.createNode(null) : map;
}

function isShort(field) {
  return (field.fields ?? []).every((inner) => inner.widget !== "list" && isShort(inner));
}
