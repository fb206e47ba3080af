// Reads GIFT with gift-pegjs: node gift_node.js NODE_MODULES FILE prints JSON.
const fs = require("fs");
const { parse } = require(process.argv[2] + "/gift-pegjs");
console.log(JSON.stringify(parse(fs.readFileSync(process.argv[3], "utf8"))));
