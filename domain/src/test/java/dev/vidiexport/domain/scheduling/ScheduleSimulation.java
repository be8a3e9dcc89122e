package dev.vidiexport.domain.scheduling;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A run by a schedule, in simulated time, of a service that keeps its limits and counts what is
 * done to it.
 */
final class ScheduleSimulation {
  enum StatusOnly {
    HONOURED,
    IGNORED,
    REFUSED
  }

  private final ServiceLimits limits;
  private final List<ScheduledSlice> slices;
  private final Supplier<Duration> latency;
  private final StatusOnly statusOnly;
  private final ServiceMishaps mishaps;
  private final Quota quota;
  private final CallSchedule<Integer> schedule;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
  private final Deque<Integer> queue = new ArrayDeque<>();
  private final Map<Integer, Quota.Claim> claims = new HashMap<>();
  private final Map<Integer, Duration> readyAt = new HashMap<>();
  private final ServiceAudit audit;
  private Duration now = Duration.ZERO;
  private int numbers;
  private int done;

  ScheduleSimulation(
      ServiceLimits limits,
      List<ScheduledSlice> slices,
      Supplier<Duration> latency,
      StatusOnly statusOnly,
      ServiceMishaps mishaps) {
    this.limits = limits;
    this.slices = slices;
    this.latency = latency;
    this.statusOnly = statusOnly;
    this.mishaps = mishaps;
    this.quota = Quota.ofItsOwn(limits, () -> now);
    this.schedule = new CallSchedule<>(limits, Duration.ofSeconds(1), Duration.ofSeconds(30));
    this.audit = new ServiceAudit(limits);
    for (int slice = 0; slice < slices.size(); slice++) {
      queue.add(slice);
    }
  }

  private record Event(Duration at, int number, Runnable what) {}

  private void at(Duration moment, Runnable what) {
    events.add(new Event(moment, numbers++, what));
  }

  /** How long all of it took. */
  Duration run() {
    mishaps.otherCalls().forEach(moment -> at(moment, this::callOfOthers));
    while (done < slices.size()) {
      Turn<Integer> turn = schedule.next(!queue.isEmpty(), now);
      if (turn instanceof Turn.Wait<Integer> wait) {
        pass(wait.until());
      } else if (turn instanceof Turn.Call<Integer> call) {
        call(turn, call.export(), call.kind(), call.spareCalls());
      } else {
        call(turn, queue.getFirst(), CallKind.POLL, 0);
      }
    }
    return now;
  }

  private void pass(Optional<Duration> until) {
    Event next = events.peek();
    if (next != null && (until.isEmpty() || next.at().compareTo(until.get()) <= 0)) {
      events.remove();
      now = next.at();
      next.what().run();
    } else {
      Duration moment = until.orElseThrow(() -> new AssertionError("Nothing would ever happen"));
      if (moment.compareTo(now) <= 0) {
        throw new AssertionError("A wait until " + moment + " at " + now);
      }
      now = moment;
    }
  }

  private void call(Turn<Integer> turn, int slice, CallKind kind, int spare) {
    Quota.Claim claim = claims.computeIfAbsent(slice, key -> quota.claim());
    Optional<LimitReached> reached = claim.take(kind.mayBuild(), spare);
    if (reached.isPresent()) {
      schedule.lacksRoom(turn, reached.get(), now);
      return;
    }
    if (turn instanceof Turn.Begin<Integer>) {
      queue.removeFirst();
      schedule.begun(slice, now);
    } else {
      schedule.called(slice, kind, now);
    }
    audit.connect();
    Duration way = latency.get().dividedBy(2);
    if (mishaps.isLost()) {
      at(now.plus(way), () -> lost(slice));
    } else {
      at(now.plus(way), () -> arrive(slice, kind, way));
    }
  }

  /** A call does not arrive, or brings back nothing but that there were too many. */
  private void lost(int slice) {
    Duration pause = mishaps.pause();
    claims.get(slice).end();
    if (mishaps.isTooMuch()) {
      claims.get(slice).slowDown(pause);
    }
    answered(slice, () -> schedule.troubled(slice, pause, now));
  }

  /** Another run of the same user takes what there is room for, and has something built. */
  private void callOfOthers() {
    Quota.Claim claim = quota.claim();
    if (claim.take(true, 0).isPresent()) {
      claim.giveBackExport();
      return;
    }
    Duration built = now.plus(mishaps.othersBuild());
    audit.connect();
    audit.arrive(now);
    audit.build(now, built);
    audit.disconnect();
    claim.end();
    claim.giveBackConnection();
    at(built, claim::giveBackExport);
  }

  private void arrive(int slice, CallKind kind, Duration way) {
    audit.arrive(now);
    if (kind == CallKind.FETCH && mishaps.isForgotten()) {
      // It is built anew when a call comes that has a place for it.
      readyAt.remove(slice);
      at(now.plus(way), () -> building(slice));
      return;
    }
    boolean isRefused = kind == CallKind.STATUS && statusOnly == StatusOnly.REFUSED;
    Duration ready =
        readyAt.computeIfAbsent(
            slice,
            key -> {
              Duration end = now.plus(slices.get(key).build());
              audit.build(now, end);
              return end;
            });
    boolean isReady = ready.compareTo(now) <= 0;
    at(
        now.plus(way),
        () -> {
          claims.get(slice).end();
          if (isRefused) {
            schedule.statusRefused();
            answered(slice, () -> schedule.building(slice, now));
          } else if (!isReady) {
            answered(slice, () -> schedule.building(slice, now));
          } else if (kind == CallKind.STATUS && statusOnly == StatusOnly.HONOURED) {
            claims.get(slice).giveBackExport();
            answered(slice, () -> schedule.built(slice, now));
          } else {
            claims.get(slice).giveBackExport();
            schedule.ready(slice, now);
            at(now.plus(slices.get(slice).download()), () -> downloaded(slice));
          }
        });
  }

  private void building(int slice) {
    claims.get(slice).end();
    answered(slice, () -> schedule.building(slice, now));
  }

  private void answered(int slice, Runnable told) {
    audit.disconnect();
    claims.get(slice).giveBackConnection();
    told.run();
  }

  private void downloaded(int slice) {
    answered(slice, () -> schedule.ended(slice, now));
    done++;
  }

  /** No run can take less. */
  static Duration lowerBound(ServiceLimits limits, List<ScheduledSlice> slices) {
    List<Duration> bounds = new ArrayList<>();
    bounds.add(limits.rateWindow().multipliedBy(2L * slices.size()).dividedBy(limits.calls()));
    bounds.add(sum(slices, ScheduledSlice::build).dividedBy(limits.exports()));
    bounds.add(sum(slices, ScheduledSlice::download).dividedBy(limits.connections()));
    slices.forEach(slice -> bounds.add(slice.build().plus(slice.download())));
    return bounds.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Duration sum(
      List<ScheduledSlice> slices, Function<ScheduledSlice, Duration> part) {
    return slices.stream().map(part).reduce(Duration.ZERO, Duration::plus);
  }

  ServiceAudit audit() {
    return audit;
  }

  ServiceLimits limits() {
    return limits;
  }
}
