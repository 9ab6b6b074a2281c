package io.github.dokuconformance.vectors.authoring;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes what all cases have: id, title, requirement, flags, evidence, twin. */
final class CaseHead {
  private CaseHead() {}

  /**
   * Returns a case without input and expectation.
   *
   * <p>Unless the entry says otherwise, a positive is documented, a negative derived, what is
   * assumed is informational and the rest is a must.
   *
   * @param data the authored entry
   * @param reference the reference for an entry that names none
   */
  static ObjectNode of(String operation, ObjectNode data, String reference) {
    String basis = data.path("basis").stringValue(data.has("twin") ? "derived" : "documented");
    String level = basis.equals("assumed") ? "informational" : "must";
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.put("id", operation + "/" + data.required("name").stringValue());
    head.set("title", data.required("title"));
    head.put("requirement", data.path("requirement").stringValue(level));
    head.set("flags", data.required("flags"));
    ObjectNode evidence = head.putObject("evidence");
    evidence.put("basis", basis);
    if (data.has("refs")) {
      evidence.set("refs", data.required("refs"));
    } else {
      evidence.putArray("refs").add(reference);
    }
    if (data.has("note")) {
      evidence.set("note", data.required("note"));
    }
    if (data.has("twin")) {
      head.put("twin", operation + "/" + data.required("twin").stringValue());
    }
    return head;
  }
}
