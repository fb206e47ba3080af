// Converts QTI 2.1 items to QTI 3 with @citolab/qti-convert: node qti3_node.mjs NODE_MODULES FOLDER FILE...
import fs from "fs";
import path from "path";
const { convertQti2toQti3 } = await import(process.argv[2] + "/@citolab/qti-convert/dist/qti-converter-node/index.js");
for (const file of process.argv.slice(4))
  fs.writeFileSync(path.join(process.argv[3], path.basename(file)), await convertQti2toQti3(fs.readFileSync(file, "utf8")));
