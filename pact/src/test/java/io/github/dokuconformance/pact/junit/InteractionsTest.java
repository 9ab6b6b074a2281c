package io.github.dokuconformance.pact.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.pact.contract.Contracts;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  @Test
  void haveAConstantEach() throws IllegalAccessException {
    List<String> declared = new ArrayList<>();
    for (Field field : Interactions.class.getFields()) {
      declared.add(declaration(field.getName(), (String) field.get(null)));
    }

    assertThat(declared)
        .containsExactlyElementsOf(
            Contracts.ids().stream().map(id -> declaration(nameOf(id), id)).toList());
  }

  private static String nameOf(String id) {
    return id.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static String declaration(String name, String id) {
    return "String " + name + " = \"" + id + "\";";
  }
}
