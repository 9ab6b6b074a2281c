// An Express server that calls itself: node express.cjs FILE, with the message in the environment.
const express = require("express");
const { record } = require("../../../examples/recorders/express.cjs");

const { TARGET, BODY, SIGNATURE } = process.env;
const app = express();
app.use(express.json({ verify: record(process.argv[2]) }));
app.post("*any", (request, response) => response.json({ parsed: typeof request.body }));
const server = app.listen(0, "127.0.0.1", async () => {
  const options = { method: "POST", headers: { "Content-Type": "application/json", Signature: SIGNATURE }, body: BODY };
  const answer = await fetch(`http://127.0.0.1:${server.address().port}${TARGET}`, options);
  server.close();
  process.exitCode = (await answer.json()).parsed === "object" ? 0 : 1;
});
