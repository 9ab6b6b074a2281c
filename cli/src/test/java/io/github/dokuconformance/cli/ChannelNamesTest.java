package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.rules.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A channel is data: no code knows one by its name, but the class of the names of pages, from which
 * claims are drawn. Help may name one as an example; it stands in annotations, and not among the
 * constants.
 */
class ChannelNamesTest {
  /** Channels of the contract that are words of everyday code too. */
  private static final Set<String> EVERYDAY = Set.of("orders", "tokens");

  /** What else DOKU takes money by, most of it not in the contract. */
  private static final List<String> OTHERS =
      List.of(
          "alfamart",
          "credit card",
          "dana",
          "direct debit",
          "doku wallet",
          "indodana",
          "indomaret",
          "jenius",
          "kredivo",
          "linkaja",
          "online to offline",
          "ovo",
          "peer to peer",
          "shopeepay",
          "virtual account");

  private static final String PAGES = Pages.class.getName();

  /** A list of the ids in Pact's data, which a test of its own holds to them. */
  private static final String INTERACTIONS = "io.github.dokuconformance.pact.junit.Interactions";

  @Test
  void areInNoCode() throws IOException {
    Map<String, Set<String>> constants = Constants.ofAll();
    List<String> pages =
        constants.get(PAGES).stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    Set<String> strays = new TreeSet<>();
    constants.forEach(
        (name, texts) -> {
          if (!name.equals(PAGES) && !name.equals(INTERACTIONS)) {
            texts.stream()
                .filter(text -> isNaming(without(pages, text)))
                .forEach(text -> strays.add(name + ": " + text));
          }
        });

    assertThat(constants).hasSizeGreaterThan(500);
    assertThat(strays).isEmpty();
  }

  @Test
  void areFoundAmongThePages() throws IOException {
    assertThat(Constants.ofAll().get(PAGES))
        .filteredOn(ChannelNamesTest::isNaming)
        .contains(Pages.AKULAKU, Pages.NOTIFICATION_HEADERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "akulaku.refund",
        "/akulaku-peer-to-peer/v2/cancel",
        "VIRTUAL_ACCOUNT_BCA",
        "virtual-account",
        "is a channel of Checkout",
        "va.notification"
      })
  void areFoundInIdsPathsAndSentences(String text) {
    assertThat(isNaming(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "orders.check-status", "a token of DOKU's", "danger", "account"})
  void areNoOtherWords(String text) {
    assertThat(isNaming(text)).isFalse();
  }

  /** Takes out the names of pages, which a compiler writes into each text that begins with one. */
  private static String without(List<String> pages, String text) {
    String rest = text;
    for (String page : pages) {
      rest = rest.replace(page, "");
    }
    return rest;
  }

  private static boolean isNaming(String text) {
    String words =
        " " + String.join(" ", text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) + " ";
    return names().stream().anyMatch(name -> words.contains(" " + name + " "));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(OTHERS);
    Contract.bundled().channels().stream().filter(it -> !EVERYDAY.contains(it)).forEach(names::add);
    return names;
  }
}
