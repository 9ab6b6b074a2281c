package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Json.Member;
import io.github.dokuconformance.diagnosis.json.Json.Obj;
import java.util.List;
import java.util.Map;

/**
 * Members that a sender's type declares for the objects of a body, so that a serialiser writes
 * {@code null} where they are absent.
 *
 * <p>Source: developers.doku.com, Akulaku (documented): names, order and which are optional.
 *
 * @param members by the name of the member that holds the object; the body itself is ""
 */
public record Declared(String description, Map<String, List<String>> members) {
  private static final List<String> BODY =
      List.of("order", "payment", "customer", "additional_info");
  private static final List<String> CUSTOMER =
      List.of("id", "name", "phone", "address", "city", "state", "postcode");
  private static final List<String> PAYMENT = List.of("merchant_unique_reference", "identifier");
  private static final List<String> ADDITIONAL = List.of("override_notification_url");

  public Declared {
    members = Map.copyOf(members);
  }

  public static List<Declared> all() {
    return List.of(
        new Declared("the body", Map.of("", BODY)),
        new Declared("the end of the body", Map.of("", List.of("order", "additional_info"))),
        new Declared("customer", Map.of("customer", CUSTOMER)),
        new Declared("payment", Map.of("payment", PAYMENT)),
        new Declared("additional_info", Map.of("additional_info", ADDITIONAL)),
        new Declared("the body and customer", Map.of("", BODY, "customer", CUSTOMER)),
        new Declared(
            "all objects", Map.of("", BODY, "customer", CUSTOMER, "additional_info", ADDITIONAL)));
  }

  public Json fill(Json body) {
    return fill("", body);
  }

  private Json fill(String name, Json json) {
    if (!(json instanceof Obj object)) {
      return json;
    }
    List<Member> filled = Trees.declared(object.members(), members.getOrDefault(name, List.of()));
    return new Obj(
        filled.stream().map(m -> new Member(m.name(), fill(m.name().value(), m.value()))).toList());
  }
}
