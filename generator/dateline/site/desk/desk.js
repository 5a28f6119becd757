/* Starts Sveltia CMS with the configuration that the build made of the record types, and has keeping.js read and
   write the records. */

import CMS from "./sveltia-cms/index.js";
import { beginWhereItWasRead } from "./beginning.js";
import { Keeper } from "./keeping.js";
import { nameAsTheRecordsDo } from "./naming.js";
import { letZoom } from "./zooming.js";

letZoom(document.head);
beginWhereItWasRead(globalThis);

const config = await (await fetch("config.json")).json();
nameAsTheRecordsDo(globalThis, config.collections);
for (const one of config.collections.flatMap((collection) => collection.files ?? [collection])) {
  const ending = one.extension ?? one.file.split(".").pop();
  const keeper = new Keeper(one.fields, ending === "md");
  CMS.registerCustomFormat(one.format, ending, {
    fromFile: (text) => keeper.read(text),
    toFile: (record) => keeper.write(record),
  });
}
CMS.init({ config });
