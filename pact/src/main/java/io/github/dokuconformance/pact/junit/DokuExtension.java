package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.pact.Telemetry;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a server before each test, hands it to the test, and judges afterwards. */
final class DokuExtension
    implements BeforeEachCallback,
        TestExecutionExceptionHandler,
        AfterTestExecutionCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DokuExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    Telemetry.off();
    server(context);
  }

  /** Puts what the client did wrong before what the test saw of it: it is the reason. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    RunningServer server = server(context);
    Optional<AssertionError> judgement = judge(server);
    if (judgement.isPresent()) {
      judgement.get().addSuppressed(failure);
      throw judgement.get();
    }
    List<Fault> served = served(context, server);
    throw served.isEmpty() ? failure : new AssertionError(told(served), failure);
  }

  private static List<Fault> served(ExtensionContext context, RunningServer server) {
    List<Fault> served = new ArrayList<>(faults(context));
    server.armed().forEach(served::remove);
    return served;
  }

  private static String told(List<Fault> served) {
    StringBuilder text = new StringBuilder("DOKU's answer was faulty on purpose:");
    for (Fault fault : served) {
      text.append("\n- ").append(fault.id()).append(": ").append(fault.summary()).append("; ");
      text.append(
          switch (fault.expectation()) {
            case REFUSE -> "a right client does not act on such an answer";
            case ACCEPT -> "a right client goes on as if nothing were odd";
            case ENDURE -> "a right client ends up in the right state";
          });
    }
    return text.toString();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      RunningServer server = server(context);
      judge(server)
          .ifPresent(
              error -> {
                throw error;
              });
      requireRefusal(context, server);
      server.passed();
    }
  }

  /** A client that verifies nothing takes a lie for an answer, and its test notices nothing. */
  private static void requireRefusal(ExtensionContext context, RunningServer server) {
    boolean checked =
        AnnotationSupport.findAnnotation(context.getTestMethod(), Faults.class)
            .map(Faults::checkedByTest)
            .orElse(false);
    if (checked || server.refused()) {
      return;
    }
    for (Fault fault : served(context, server)) {
      if (fault.stage() == Fault.Stage.AFTER && fault.expectation() == Fault.Expectation.REFUSE) {
        throw new AssertionError(
            "expected a client that refuses DOKU's answer, for "
                + fault.summary()
                + " ("
                + fault.id()
                + "), but the test ended normally. If the client throws, say so by"
                + " doku.refuses(() -> client.order(…)); if it says no in another way, look at"
                + " that in the test and set @Faults(checkedByTest = true).");
      }
    }
  }

  private static Optional<AssertionError> judge(RunningServer server) {
    List<String> problems = new ArrayList<>(server.problems());
    for (Fault fault : server.armed()) {
      problems.add("armed, but nothing had it: " + fault.id());
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AssertionError(
                "DOKU saw "
                    + (problems.size() == 1 ? "a problem" : problems.size() + " problems")
                    + ":\n- "
                    + String.join("\n- ", problems)));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DokuServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return server(context);
  }

  private static RunningServer server(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(context.getUniqueId(), id -> start(context), RunningServer.class);
  }

  private static RunningServer start(ExtensionContext context) {
    DokuTest settings =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), DokuTest.class)
            .orElseThrow(() -> wrong(context, "expected @DokuTest on the class"));
    Optional<Interactions> interactions =
        AnnotationSupport.findAnnotation(context.getTestMethod(), Interactions.class);
    boolean mock = settings.value() == DokuTest.Backend.MOCK;
    if (mock != interactions.isPresent()) {
      throw wrong(
          context,
          mock
              ? "expected @Interactions, for a mock server answers with nothing else"
              : "expected no @Interactions, for the sandbox answers to everything");
    }
    try {
      RunningServer server =
          mock
              ? new MockBackend(settings, List.of(interactions.get().value()))
              : new SandboxBackend(settings);
      faults(context).forEach(server::arm);
      return server;
    } catch (IllegalArgumentException e) {
      throw wrong(context, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw wrong(context, "no port can be had: " + e.getMessage());
    }
  }

  private static List<Fault> faults(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), Faults.class)
        .map(faults -> List.of(faults.value()))
        .orElse(List.of());
  }

  private static ExtensionConfigurationException wrong(ExtensionContext context, String message) {
    return new ExtensionConfigurationException(context.getDisplayName() + ": " + message);
  }
}
