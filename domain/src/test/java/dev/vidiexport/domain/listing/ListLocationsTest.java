package dev.vidiexport.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.polling.Trouble.Kind;
import dev.vidiexport.domain.port.ListingListener;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.topology.SampleTopology;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.TagAssignments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ListLocationsTest {
  private static final Trouble RESET = Trouble.of(Kind.UNANSWERED, "the connection was reset");

  private final FakeDirectory directory = new FakeDirectory();
  private final RecordingPacer pacer = new RecordingPacer();
  private final List<String> told = new ArrayList<>();
  private final ListLocations listing = within(Duration.ofMinutes(1));

  private ListLocations within(Duration deadline) {
    ListingListener listener =
        new ListingListener() {
          @Override
          public void onLongListing(int calls, Duration least) {
            told.add("%s calls, %s".formatted(calls, least));
          }

          @Override
          public void onTrouble(Trouble trouble, Duration pause) {
            told.add("%s, %s".formatted(trouble.reason(), pause));
          }
        };
    PollPolicy policy =
        new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), deadline, () -> 0);
    return new ListLocations(directory, pacer, ServiceLimits.documented(), policy, listener);
  }

  @Test
  void learnsWhatThereIsWithFiveCalls() {
    assertThat(listing.topology()).isEqualTo(SampleTopology.TOPOLOGY);
    assertThat(directory.calls())
        .containsExactly("networks", "sites", "locations", "location tags", "site tags");
    assertThat(told).isEmpty();
  }

  @Test
  void asksOnceForEachLabel() {
    Tag again =
        new Tag(
            SampleTopology.id(309),
            Optional.of(SampleTopology.id(12)),
            Optional.of("Street/1"),
            "{}");
    directory.has(
        List.of(SampleTopology.STREET, SampleTopology.NAMELESS, again, tag(310, "deleted")));

    TagAssignments tagAssignments = listing.tagAssignments(listing.topology());

    assertThat(directory.calls().subList(5, directory.calls().size()))
        .containsExactly("locations with Street/1", "locations with deleted", "sites with north");
    assertThat(tagAssignments.ofLocations())
        .containsEntry(SampleTopology.WINDOW.id(), List.of("Street/1"))
        .containsEntry(SampleTopology.id(4711), List.of("Street/1"))
        .hasSize(2);
    assertThat(tagAssignments.ofSites()).containsOnlyKeys(SampleTopology.GARE.id());
    assertThat(tagAssignments.untold()).containsExactly("deleted");
  }

  @Test
  void givesEveryCallTheTimeThatIsLeft() {
    directory.onCall(() -> pacer.advance(Duration.ofSeconds(7)));

    listing.topology();

    assertThat(directory.timesLeft())
        .extracting(Duration::toSeconds)
        .containsExactly(60L, 53L, 46L, 39L, 32L);
  }

  @Test
  void waitsOutTrouble() {
    directory.meets(List.of(RESET, limited(12), RESET));

    assertThat(listing.topology()).isEqualTo(SampleTopology.TOPOLOGY);
    assertThat(pacer.waits()).extracting(Duration::toSeconds).containsExactly(1L, 12L, 4L);
    assertThat(told)
        .containsExactly(
            "the connection was reset, PT1S",
            "there were too many calls, PT12S",
            "the connection was reset, PT4S");
    assertThat(directory.calls()).hasSize(8).startsWith("networks", "networks", "networks");
  }

  @Test
  void countsTroublesInARowOfOneCallAlone() {
    ListLocations patient = within(Duration.ofHours(1));
    directory.meets(Collections.nCopies(9, RESET));
    directory.onCall(
        () -> {
          if (directory.calls().size() == 11) {
            directory.meets(Collections.nCopies(9, RESET));
          }
        });

    assertThat(patient.topology()).isEqualTo(SampleTopology.TOPOLOGY);
    assertThat(directory.calls()).hasSize(5 + 18);
  }

  @Test
  void givesUpAfterTenTroubles() {
    directory.meets(Collections.nCopies(10, RESET));

    assertEnds(FailureReason.SERVICE_NOT_ANSWERING, within(Duration.ofHours(1))::topology)
        .hasMessageEndingWith(
            "and 10 failed calls in a row; the last one: the connection was reset.");
    assertThat(directory.calls()).hasSize(10);
  }

  @Test
  void endsAtOnceWhenItIsToldToComeBackTooLate() {
    directory.meets(List.of(limited(90)));

    assertEnds(FailureReason.COME_BACK_LATER, listing::topology)
        .hasMessage(
            "VidiCenter asks to come back in 1m 30s, which is after the end of this run: there"
                + " were too many calls.");
    assertThat(pacer.waits()).isEmpty();
  }

  @Test
  void endsOnTroubleWhenTheTimeIsOverOnIt() {
    directory.meets(List.of(RESET));
    directory.onCall(() -> pacer.advance(Duration.ofMinutes(1)));

    assertEnds(FailureReason.SERVICE_NOT_ANSWERING, listing::topology)
        .hasMessage("Gave up after 1m: the connection was reset.");
  }

  @Test
  void endsOnTroubleWhenTheTimeIsOverAfterAWaitForIt() {
    directory.meets(List.of(RESET));
    pacer.whileWaiting(() -> pacer.advance(Duration.ofMinutes(1)));

    assertEnds(FailureReason.SERVICE_NOT_ANSWERING, listing::topology)
        .hasMessage("Gave up after 1m 1s: the connection was reset.");
    assertThat(directory.calls()).hasSize(1);
  }

  @Test
  void endsWithoutTroubleWhenTheTimeIsOver() {
    directory.onCall(() -> pacer.advance(Duration.ofSeconds(30)));

    assertEnds(FailureReason.LISTING_TIME_OVER, listing::topology)
        .hasMessage(
            "Gave up after 1m: the list needs at least 5 calls, and the time ran out before the"
                + " next one.");
    assertThat(directory.calls()).hasSize(2);
  }

  @Test
  void endsWithoutTroubleWhenAnAnswerIsStillComing() {
    directory.meets(List.of(Trouble.of(Kind.STILL_COMING, "still coming")));

    assertEnds(FailureReason.LISTING_TIME_OVER, listing::topology)
        .hasMessage("Gave up after 0ms: VidiCenter's answer was still coming.");
  }

  @Test
  void saysHowManyCallsItTakesWhenTheLimitsAreHeld() {
    directory.meets(List.of(Trouble.of(Kind.LIMITS_HELD, "no room")));

    assertEnds(
            FailureReason.LISTING_LIMITS_HELD,
            () -> listing.tagAssignments(SampleTopology.TOPOLOGY))
        .hasMessage(
            "Gave up after 0ms: the list needs 7 calls, including one for each tag, and VidiCenter"
                + " allows 50 in 1m; no room.");
  }

  @Test
  void makesNoCallThatCouldNotLeadToTheEndInTime() {
    directory.has(tags(46));

    assertEnds(
            FailureReason.LISTING_NEEDS_MORE_TIME, () -> listing.tagAssignments(listing.topology()))
        .hasMessage(
            "Gave up after 0ms: the list needs 52 calls, including one for each tag, and VidiCenter"
                + " allows 50 in 1m.");
    assertThat(directory.calls()).hasSize(5);
  }

  @Test
  void tellsThatItTakesLonger() {
    directory.has(tags(46));
    ListLocations patient = within(Duration.ofMinutes(2));

    patient.tagAssignments(patient.topology());

    assertThat(told).containsExactly("52 calls, PT1M");
    assertThat(directory.calls()).hasSize(52);
  }

  @Test
  void fitsAsManyTagsAsTheLimitsTakeIntoAMinute() {
    directory.has(tags(44));

    listing.tagAssignments(listing.topology());

    assertThat(told).isEmpty();
    assertThat(directory.calls()).hasSize(50);
  }

  @Test
  void endsAtOnceWhenItIsCancelledInACall() {
    directory.onCall(listing::cancel);

    assertEnds(FailureReason.CANCELLED, listing::topology);
    assertThat(directory.calls()).hasSize(1);
  }

  @Test
  void endsAtOnceWhenItIsCancelledInAWait() {
    directory.meets(List.of(RESET));
    pacer.whileWaiting(listing::cancel);

    assertEnds(FailureReason.CANCELLED, listing::topology);
    assertThat(directory.calls()).hasSize(1);
  }

  private static Trouble limited(long seconds) {
    return new Trouble(
        Kind.RATE_LIMITED, "there were too many calls", Optional.of(Duration.ofSeconds(seconds)));
  }

  private static List<Tag> tags(int count) {
    return LongStream.range(500, 500 + count).mapToObj(id -> tag(id, "tag " + id)).toList();
  }

  private static Tag tag(long id, String label) {
    return new Tag(SampleTopology.id(id), Optional.empty(), Optional.of(label), "{}");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertEnds(
      FailureReason reason, ThrowingCallable what) {
    return assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ExportException.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }
}
