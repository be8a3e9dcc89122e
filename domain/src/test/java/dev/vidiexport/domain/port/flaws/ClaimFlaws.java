package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.Quota.Claim;
import dev.vidiexport.domain.port.flaws.PlainQuota.PlainClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What claims get wrong. */
final class ClaimFlaws {
  private ClaimFlaws() {}

  static List<Flaw<QuotaMaker>> all() {
    return List.of(
        claims(
            "countsACallUntilAWindowAfterItsEnd",
            "forgets a call that lasts",
            "but was empty",
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    Optional<LimitReached> reached = right.take(mayBuild, spareCalls);
                    if (reached.isEmpty()) {
                      right.end();
                    }
                    return reached;
                  }

                  @Override
                  public void end() {}
                }),
        claims(
            "tellsWhenThereIsRoomForACall",
            "tells another time",
            "1M20S",
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return right
                        .take(mayBuild, spareCalls)
                        .map(
                            reached ->
                                LimitReached.lasting(
                                    reached.limit(),
                                    false,
                                    reached.least().orElseThrow().multipliedBy(2)));
                  }
                }),
        claims(
            "leavesSpareCallsToOthers",
            "leaves no calls to others",
            "but was empty",
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return right.take(mayBuild);
                  }
                }),
        claims(
            "tellsWhenThereIsRoomForACallBesidesTheSpareOnes",
            "tells when there is room for a call alone",
            "30S",
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    Optional<LimitReached> reached = right.take(mayBuild, spareCalls);
                    return reached.isEmpty() ? reached : right.take(mayBuild);
                  }
                }),
        claims(
            "sparesNoMoreCallsThanThereAreBesidesItsOwn",
            "leaves calls to others that the limits do not have",
            "CALLS",
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return spareCalls < 2
                        ? right.take(mayBuild, spareCalls)
                        : Optional.of(LimitReached.untilSomebodyIsDone(Limit.CALLS, false));
                  }
                }),
        claims(
            "givesItsConnectionBackWhole",
            "keeps its connection",
            "CONNECTIONS",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void giveBackConnection() {}
                }),
        claims(
            "givesRoomForItsExportBackWhole",
            "keeps room for an export that is built",
            "EXPORTS",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void giveBackExport() {}
                }),
        claims(
            "needsNoRoomForAnExportWhereNothingIsBuilt",
            "takes every call for one that may build",
            "EXPORTS",
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return right.take(true, spareCalls);
                  }
                }),
        givingBackExportsWhenShortOf("keepsRoomForAnExportThoughCallsAreShort", Limit.CALLS),
        givingBackExportsWhenShortOf(
            "keepsRoomForAnExportThoughConnectionsAreShort", Limit.CONNECTIONS),
        claims(
            "holdsUpNobodyWhoWasToldToSlowDown",
            "holds up whoever was told to slow down",
            "PAUSE",
            right ->
                new PlainClaim(right) {
                  private Optional<LimitReached> pause = Optional.empty();

                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return pause.or(() -> right.take(mayBuild, spareCalls));
                  }

                  @Override
                  public void slowDown(Duration time) {
                    pause = Optional.of(LimitReached.lasting(Limit.PAUSE, false, time));
                  }
                }),
        claims(
            "countsNoCallThatWasGivenBack",
            "counts a call that was not made",
            "CALLS",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void giveBackCall() {
                    right.end();
                    right.giveBackConnection();
                  }
                }),
        claims(
            "givesTheConnectionBackThatItTookForACallNotMade",
            "keeps the connection of a call that was not made",
            "CONNECTIONS",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void giveBackCall() {
                    right.end();
                  }
                }),
        claims(
            "keepsTheConnectionFromBeforeACallNotMade",
            "gives a connection back that it had before",
            "but was empty",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void giveBackCall() {
                    right.giveBackCall();
                    right.giveBackConnection();
                  }
                }),
        claims(
            "keepsRoomForAnExportOfACallNotMade",
            "gives room for an export back with the call",
            "but was empty",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void giveBackCall() {
                    right.giveBackCall();
                    right.giveBackExport();
                  }
                }),
        claims(
            "holdsUpTheOthersUntilThePauseIsOver",
            "tells nobody to slow down",
            "but was empty",
            right ->
                new PlainClaim(right) {
                  @Override
                  public void slowDown(Duration pause) {}
                }),
        new Flaw<>(
            "holdsNobodyUpLongerThanAWindow",
            "holds the others up for as long as it is told",
            "PAUSE",
            () -> ClaimFlaws::pausingWithoutEnd),
        givingBackForAll("givesBackNoConnectionButItsOwn"),
        givingBackForAll("givesBackNoExportButItsOwn"));
  }

  private static Quota pausingWithoutEnd(ServiceLimits limits, Pacer pacer) {
    List<Duration> pauses = new ArrayList<>();
    return QuotaMaker.ofClaims(
            right ->
                new PlainClaim(right) {
                  @Override
                  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                    return pauses.isEmpty()
                        ? right.take(mayBuild, spareCalls)
                        : Optional.of(LimitReached.lasting(Limit.PAUSE, false, pauses.get(0)));
                  }

                  @Override
                  public void slowDown(Duration pause) {
                    pauses.add(pause);
                  }
                })
        .make(limits, pacer);
  }

  private static Flaw<QuotaMaker> claims(
      String fact, String wrong, String said, UnaryOperator<Claim> claims) {
    return new Flaw<>(fact, wrong, said, () -> QuotaMaker.ofClaims(claims));
  }

  private static Flaw<QuotaMaker> givingBackExportsWhenShortOf(String fact, Limit limit) {
    return claims(
        fact,
        "gives up room for an export when short of " + limit,
        "to contain",
        right ->
            new PlainClaim(right) {
              @Override
              public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
                Optional<LimitReached> reached = right.take(mayBuild, spareCalls);
                if (reached.filter(found -> found.limit() == limit).isPresent()) {
                  right.giveBackExport();
                }
                return reached;
              }
            });
  }

  private static Flaw<QuotaMaker> givingBackForAll(String fact) {
    return new Flaw<>(
        fact,
        "gives back what others hold, in " + fact,
        "to contain",
        () -> {
          List<Claim> all = new ArrayList<>();
          return QuotaMaker.ofClaims(right -> new ClaimOfAll(right, all));
        });
  }

  private static final class ClaimOfAll extends PlainClaim {
    private final List<Claim> all;

    ClaimOfAll(Claim right, List<Claim> all) {
      super(right);
      this.all = all;
      all.add(right);
    }

    @Override
    public void giveBackConnection() {
      all.forEach(Claim::giveBackConnection);
    }

    @Override
    public void giveBackExport() {
      all.forEach(Claim::giveBackExport);
    }
  }
}
