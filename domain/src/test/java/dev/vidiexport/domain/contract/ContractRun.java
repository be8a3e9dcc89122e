package dev.vidiexport.domain.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Runs a contract, all of it or one fact, as JUnit does, and tells what came of it.
 *
 * @param tests what happened
 */
public record ContractRun(Events tests) {
  /** Runs all facts. */
  public static ContractRun ofAll(Class<?> contract) {
    return of(selectClass(contract));
  }

  /** Runs one fact. */
  public static ContractRun ofOne(Class<?> contract, String fact) {
    return of(
        facts(contract).stream()
            .filter(method -> method.getName().equals(fact))
            .findFirst()
            .map(method -> selectMethod(contract, method))
            .orElseThrow(() -> new AssertionError("There is no fact " + fact)));
  }

  private static ContractRun of(DiscoverySelector selector) {
    return new ContractRun(
        EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents());
  }

  /** The facts of a contract, those that it inherits too. */
  public static List<Method> facts(Class<?> contract) {
    return Stream.of(Test.class, ParameterizedTest.class)
        .flatMap(
            annotation ->
                AnnotationSupport.findAnnotatedMethods(
                    contract, annotation, HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .toList();
  }

  /** How many tests held. */
  public long held() {
    return tests.succeeded().count();
  }

  /** What the failed tests say, and the causes of it; empty when none failed. */
  public String complaints() {
    return tests.failed().stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .flatMap(thrown -> Stream.iterate(thrown, cause -> cause != null, Throwable::getCause))
        .map(Throwable::toString)
        .collect(Collectors.joining("\n"));
  }
}
