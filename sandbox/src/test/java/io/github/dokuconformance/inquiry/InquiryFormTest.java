package io.github.dokuconformance.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A question has the form in which third parties saw it. */
class InquiryFormTest {
  private static final Path EXAMPLES = Path.of("../schemas/contract/examples");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** What a bank sends of the order, and a question about an unknown one can't have. */
  private static final Set<String> OF_THE_ORDER =
      Set.of(
          "/virtual_account_info/billing_type", "/virtual_account_info/merchant_unique_reference");

  @ParameterizedTest
  @CsvSource({
    "va, VIRTUAL_ACCOUNT_BCA, va.inquiry/request-bca-observed",
    "va, VIRTUAL_ACCOUNT_BANK_MANDIRI, va.inquiry/request-mandiri-observed",
    "va, VIRTUAL_ACCOUNT_BANK_SYARIAH_MANDIRI, va.inquiry/request-bsi-observed",
    "va, VIRTUAL_ACCOUNT_BRI, va.inquiry/request-bri-observed",
    "va, VIRTUAL_ACCOUNT_BANK_PERMATA, va.inquiry/request-permata-observed",
    "va, VIRTUAL_ACCOUNT_DOKU, va.inquiry/request-doku-observed",
    "va, VIRTUAL_ACCOUNT_BANK_CIMB, va.inquiry/request-cimb-observed",
    "o2o, ONLINE_TO_OFFLINE_ALFA, o2o.inquiry/request-alfa-observed"
  })
  void asksAsTheBankWasSeenToAsk(String channel, String method, String example) throws IOException {
    JsonNode seen =
        JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve(example + ".json")));

    JsonNode made = question(channel, method);

    assertThat(places(made)).isEqualTo(places(seen));
    for (String place : Set.of("/service/id", "/acquirer/id", "/channel/id")) {
      assertThat(made.at(place)).isEqualTo(seen.at(place));
    }
    String date = date(seen);
    assertThat(date(made)).hasSameSizeAs(date);
  }

  @Test
  void asksOfBniByItsBillingNumber() {
    JsonNode made = question("va", "VIRTUAL_ACCOUNT_BNI");

    assertThat(made.at("/virtual_account_info/identifier/0/name").asString())
        .isEqualTo("BILLING_NUMBER");
  }

  @Test
  void refusesWhatTheContractDoesNotHave() {
    Contract contract = Contract.bundled();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> InquiryForm.of(contract, "cards", Optional.empty()))
        .withMessageContaining("expected a channel that asks (va, o2o, snap.va), got: cards");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InquiryForm.of(contract, "va", Optional.of("QRIS")))
        .withMessageContaining("VIRTUAL_ACCOUNT_BCA");
  }

  private static JsonNode question(String channel, String method) {
    InquiryForm form = InquiryForm.of(Contract.bundled(), channel, Optional.of(method));
    return JsonMapper.shared().readTree(form.about("8800000000000001", NOW).toDisplayText());
  }

  private static String date(JsonNode question) {
    return question.findValue("date").asString();
  }

  /** Returns the places of all values, and the names among identifiers. */
  private static Set<String> places(JsonNode json) {
    Set<String> places = new TreeSet<>();
    collect("", json, places);
    places.removeAll(OF_THE_ORDER);
    return places;
  }

  private static void collect(String at, JsonNode json, Set<String> places) {
    if (json.isArray()) {
      json.forEach(each -> places.add(at + " " + each.path("name").asString()));
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String place = at + "/" + member.getKey();
      places.add(place);
      collect(place, member.getValue(), places);
    }
  }
}
