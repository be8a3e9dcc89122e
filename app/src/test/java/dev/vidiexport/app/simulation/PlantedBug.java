package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.spi.SinkProvider;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Bugs that the simulator must find; each stands between two parts of the shipped program. */
enum PlantedBug implements Campaign.Bug {
  PUBLISHES_BEFORE_FINISHED("are not those of one build") {
    @Override
    VidiCenter around(VidiCenter vidiCenter) {
      return new CutIsFinished(vidiCenter);
    }
  },
  ASKS_FOR_A_SECOND_REBUILD("asked for 2 rebuilds") {
    @Override
    VidiCenter around(VidiCenter vidiCenter) {
      return new SecondRebuild(vidiCenter);
    }
  },
  DROPS_THE_LAST_BATCH("are not those of one build") {
    @Override
    SinkProvider around(SinkProvider provider) {
      return new LastBatchDropped(provider);
    }
  },
  TAKES_ONE_CALL_TOO_MANY("the service saw") {
    @Override
    ServiceLimits around(ServiceLimits limits) {
      return new ServiceLimits(
          limits.calls() + 1, limits.rateWindow(), limits.connections(), limits.exports());
    }
  },
  TAKES_ONE_SHARED_CALL_TOO_MANY("the service saw") {
    @Override
    ServiceLimits shared(ServiceLimits limits) {
      int calls = Math.min(limits.calls() + 1, ServiceLimits.documented().calls());
      return new ServiceLimits(calls, limits.rateWindow(), limits.connections(), limits.exports());
    }
  },
  OVERLOOKS_OTHER_RUNS("the service saw") {
    @Override
    boolean shares() {
      return false;
    }
  },
  MIXES_TWO_BUILDS("are not those of one build") {
    @Override
    VidiCenter around(VidiCenter vidiCenter) {
      return new CutIsContinued(vidiCenter);
    }
  },
  FORCES_NOTHING("the output is torn") {
    @Override
    boolean forces() {
      return false;
    }
  },
  CANCELS_THE_NEIGHBOURS("although nobody told it to") {
    @Override
    UnaryOperator<VidiCenter> aroundAll() {
      return new CancelledTogether();
    }
  },
  MIXES_UP_RECEIVERS("are not those of one build") {
    @Override
    UnaryOperator<VidiCenter> aroundAll() {
      return new OneReceiver();
    }
  },
  ASKS_WHAT_THE_FIRST_RUN_ASKS("some of another run") {
    @Override
    UnaryOperator<VidiCenter> aroundAll() {
      return new OneRequest();
    }
  },
  COUNTS_EACH_RUN_BY_ITSELF("the service saw") {
    @Override
    Quota around(Quota quota, Supplier<Duration> clock) {
      return new QuotaOfEach(quota, clock);
    }
  },
  GIVES_EXPORTS_BACK_BETWEEN_POLLS("the service was asked for") {
    @Override
    Quota around(Quota quota, Supplier<Duration> clock) {
      return new ExportGivenBackEarly(quota);
    }
  },
  KEEPS_THE_CLAIM_OF_A_FAILED_RUN("were not given back") {
    @Override
    VidiCenter around(VidiCenter vidiCenter) {
      return new EndOfFinishedRuns(vidiCenter);
    }
  },
  LEAVES_THE_SESSION_OPEN("somebody still holds the limits") {
    @Override
    boolean closesSession() {
      return false;
    }
  };

  private final String symptom;

  PlantedBug(String symptom) {
    this.symptom = symptom;
  }

  @Override
  public String symptom() {
    return symptom;
  }

  VidiCenter around(VidiCenter vidiCenter) {
    return vidiCenter;
  }

  /** What stands between VidiCenter and all runs of one session. */
  UnaryOperator<VidiCenter> aroundAll() {
    return this::around;
  }

  Quota around(Quota quota, Supplier<Duration> clock) {
    return quota;
  }

  /** Whether a session is closed when its runs have ended. */
  boolean closesSession() {
    return true;
  }

  SinkProvider around(SinkProvider provider) {
    return provider;
  }

  /** The limits that a run keeps by itself. */
  ServiceLimits around(ServiceLimits limits) {
    return limits;
  }

  /** The limits that a run keeps where it shares them. */
  ServiceLimits shared(ServiceLimits limits) {
    return limits;
  }

  /** Whether the limits that are shared reach the calls. */
  boolean shares() {
    return true;
  }

  /** Whether what is forced to the disk gets there. */
  boolean forces() {
    return true;
  }
}
