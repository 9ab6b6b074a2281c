package io.github.dokuconformance.pact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs tests inside a test. */
public final class Kit {
  private Kit() {}

  /** Returns what became of each test, by display name: its failure's text, or nothing. */
  public static Map<String, String> run(DiscoverySelector selector) {
    List<Event> events =
        EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents().list();
    Map<String, String> outcomes = new TreeMap<>();
    for (Event event : events) {
      if (event.getType() == EventType.FINISHED) {
        var result = event.getRequiredPayload(TestExecutionResult.class);
        outcomes.put(
            event.getTestDescriptor().getDisplayName(),
            result.getThrowable().map(Kit::text).orElse(""));
      }
    }
    return outcomes;
  }

  private static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(each).append('\n');
    }
    return text.toString();
  }
}
