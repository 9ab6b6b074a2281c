package io.github.dokuconformance.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentPairTest {
  private static final Component METHOD = new Component("method", "POST");
  private static final Component TOKEN = new Component("access token", "t");
  private static final Component TIMESTAMP = new Component("timestamp", "2026-01-31T09:30:00Z");

  @Test
  void movesNoComponentBecauseAnotherIsLeftOut() {
    assertThat(ComponentPair.of(List.of(METHOD, TOKEN, TIMESTAMP), List.of(METHOD, TIMESTAMP)))
        .containsExactly(same(METHOD), pair(TOKEN, null), same(TIMESTAMP));
  }

  @Test
  void pairsAComponentOfAnotherNameWithTheOneInItsPlace() {
    Component renamed = new Component("Method", "POST");

    assertThat(ComponentPair.of(List.of(METHOD, TOKEN), List.of(renamed, TOKEN)))
        .containsExactly(pair(METHOD, renamed), same(TOKEN));
  }

  @Test
  void showsWhatIsSignedTwiceAndWhatDoesNotBelong() {
    assertThat(ComponentPair.of(List.of(METHOD), List.of(TOKEN, METHOD, METHOD)))
        .containsExactly(same(METHOD), pair(null, TOKEN), pair(null, METHOD));
  }

  private static ComponentPair same(Component component) {
    return pair(component, component);
  }

  private static ComponentPair pair(Component right, Component signer) {
    return new ComponentPair(Optional.ofNullable(right), Optional.ofNullable(signer));
  }
}
