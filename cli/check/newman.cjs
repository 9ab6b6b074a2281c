// Runs a Postman collection against the server that the environment names, as newman does by itself:
//   node newman.cjs COLLECTION REPORT
const newman = require("newman");
const [collection, report] = process.argv.slice(2);
const { DOKU_BASE_URL, DOKU_CLIENT_ID, DOKU_SECRET_KEY } = process.env;
const values = { base_url: DOKU_BASE_URL, client_id: DOKU_CLIENT_ID, secret_key: DOKU_SECRET_KEY };
newman.run(
  {
    collection,
    environment: { values: Object.entries(values).map(([key, value]) => ({ key, value })) },
    reporters: ["json"],
    reporter: { json: { export: report } },
  },
  (error, { run }) => {
    if (error) throw error;
    for (const { error, source } of run.failures) console.log(`${source.name}: ${error.message}`);
    process.exitCode = run.failures.length === 0 ? 0 : 1;
  },
);
