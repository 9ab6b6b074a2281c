package io.github.dokuconformance.schemas;

import com.networknt.schema.Error;
import java.util.List;

/** A place at which a sample of DOKU's own breaks a schema, and so a page of DOKU's own. */
record Slip(String code, String at) {

  static List<Slip> of(String file) {
    return Contract.elements(Contract.read("slips.json").get("slips"))
        .filter(slip -> slip.get("file").stringValue().equals(file))
        .filter(slip -> slip.get("code").stringValue().startsWith("schema."))
        .map(slip -> new Slip(slip.get("code").stringValue(), slip.get("at").stringValue()))
        .toList();
  }

  static Slip of(Error error) {
    String at = error.getInstanceLocation().toString();
    return new Slip(
        ConstraintCase.code(error.getKeyword()),
        error.getKeyword().equals("required") ? at + "/" + error.getProperty() : at);
  }
}
