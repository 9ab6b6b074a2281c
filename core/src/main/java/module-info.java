/** Messages, signature, contract check, rules and diagnosis; it opens no connection and no file. */
@SuppressWarnings("module") // Those that see more are built later.
module io.github.dokuconformance.core {
  requires com.networknt.schema;
  requires io.github.dokuconformance.schemas;
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;
  requires transitive tools.jackson.databind;

  exports io.github.dokuconformance.check;
  exports io.github.dokuconformance.contract;
  exports io.github.dokuconformance.diagnosis;
  exports io.github.dokuconformance.diagnosis.text;
  exports io.github.dokuconformance.finding;
  exports io.github.dokuconformance.message;
  exports io.github.dokuconformance.message.json;
  exports io.github.dokuconformance.rules;
  exports io.github.dokuconformance.run;
  exports io.github.dokuconformance.scheme;
  exports io.github.dokuconformance.signature;
  exports io.github.dokuconformance.signature.nonsnap;
  exports io.github.dokuconformance.signature.snap;
  exports io.github.dokuconformance.diagnosis.nonsnap to
      io.github.dokuconformance.cli;
  exports io.github.dokuconformance.diagnosis.snap to
      io.github.dokuconformance.sandbox;
  exports io.github.dokuconformance.json to
      io.github.dokuconformance.cli,
      io.github.dokuconformance.pact,
      io.github.dokuconformance.sandbox;
}
