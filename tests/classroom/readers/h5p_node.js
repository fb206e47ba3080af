// Checks unpacked H5P packages with Lumi's server: node h5p_node.js NODE_MODULES FOLDER... prints {folder: "valid" or the fault}.
const path = require("path");
const base = process.argv[2] + "/@lumieducation/h5p-server/build/src/";
const { default: PackageValidator } = require(base + "PackageValidator.js");
const { H5PConfig } = require(base + "index.js");
(async () => {
  const validator = new PackageValidator(new H5PConfig(), { libraryExists: async () => true });
  const found = {};
  for (const folder of process.argv.slice(3)) {
    try {
      await validator.validateExtractedPackage(folder, true, false);
      found[path.basename(folder)] = "valid";
    } catch (fault) {
      found[path.basename(folder)] = fault.message;
    }
  }
  console.log(JSON.stringify(found));
})();
