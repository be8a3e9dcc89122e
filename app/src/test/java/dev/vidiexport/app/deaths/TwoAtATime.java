package dev.vidiexport.app.deaths;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same to many things, two at a time, for these runs mostly wait for one core. */
final class TwoAtATime {
  private static final int AT_A_TIME = 2;

  private TwoAtATime() {}

  /** What is done to each thing. */
  @FunctionalInterface
  interface Work<T, R> {
    R on(int index, T thing) throws Exception;
  }

  /** The results, in the order of the things; the first failure fails all. */
  static <T, R> List<R> each(List<T> things, Work<T, R> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<R>> begun = new ArrayList<>();
      for (int index = 0; index < things.size(); index++) {
        int number = index;
        Callable<R> task = () -> work.on(number, things.get(number));
        begun.add(executor.submit(task));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> one : begun) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw (Exception) e.getCause();
    } finally {
      executor.shutdownNow();
    }
  }
}
