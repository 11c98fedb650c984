// Reads a JSON array of texts from stdin and prints the array of what dotenv makes of them.
import { readFileSync } from "node:fs";
import { parse } from "dotenv";

const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => parse(text))));
