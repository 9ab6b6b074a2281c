// Answers questions by the engine as it is compiled for the browser: a line in, a line out.
const engine = require(process.argv[2]);
require('readline').createInterface({input: process.stdin}).on('line', line => {
  const {text, question} = JSON.parse(line);
  const start = Date.now();
  const answer = engine.explain(Buffer.from(text, 'utf8').toString('latin1'), JSON.stringify(question));
  console.log(JSON.stringify({answer, millis: Date.now() - start}));
});
