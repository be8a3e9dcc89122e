package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.flaws.ShownSliceFlaws.flaw;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What ledgers get wrong with what there was at VidiCenter. */
final class SeenObjectFlaws {
  private SeenObjectFlaws() {}

  static List<Flaw<PlainLedger>> all() {
    return List.of(
        flaw(
            "hasSeenNothingAtFirst",
            "has missed something from the start",
            "Absence",
            () ->
                new PlainLedger() {
                  @Override
                  public void absences(Consumer<Absence> visitor) {
                    visitor.accept(
                        new Absence(SeenKind.SITE, new Id("1"), Instant.EPOCH, Optional.empty()));
                  }
                }),
        flaw(
            "showsWhatThereIsOfEveryKind",
            "has no parent beyond 64 bits",
            "parent=",
            () -> new Showing(SeenObjectFlaws::withSmallParents)),
        flaw(
            "showsAllNamesOfAnObjectInTheirOrder",
            "shows the newest name first",
            "Exit",
            () -> new Showing(SeenObjectFlaws::reversed)),
        flaw(
            "takesAnUploadForNoChange",
            "takes each look for a change",
            "Entrance",
            LookingEachTime::new),
        flaw(
            "showsWhatIsGone",
            "shows only what is there",
            "Entrance",
            () ->
                new PlainLedger() {
                  @Override
                  public void topologyChanges(Consumer<SeenObject> visitor) {
                    List<Absence> gone = new ArrayList<>();
                    right.absences(gone::add);
                    if (gone.isEmpty()) {
                      right.topologyChanges(visitor);
                    }
                  }
                }),
        flaw(
            "tellsWhenSomethingWasGoneAndCameBackAsItWas",
            "forgets that something was gone",
            "Absence",
            () ->
                new PlainLedger() {
                  @Override
                  public void absences(Consumer<Absence> visitor) {
                    right.absences(
                        absence -> {
                          if (absence.until().isEmpty()) {
                            visitor.accept(absence);
                          }
                        });
                  }
                }),
        flaw(
            "showsWhichTagsThereAreWhenTheyChange",
            "notes tags of locations alone",
            "SITE_TAGGING",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteTagging(TagAssignments tags, Instant seenAt) {
                    super.noteTagging(
                        new TagAssignments(tags.ofLocations(), Map.of(), tags.untold()), seenAt);
                  }
                }),
        flaw(
            "tellsOnceThatAllTagsWereLost",
            "shows no empty tagging",
            "tags=[]",
            () -> new Showing(SeenObjectFlaws::withoutEmpty)),
        flaw(
            "takesNoTagForLostOfWhichNobodyTells",
            "takes a tag for lost of which nobody tells",
            "tags=[]",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteTagging(TagAssignments tags, Instant seenAt) {
                    super.noteTagging(
                        new TagAssignments(tags.ofLocations(), tags.ofSites(), List.of()), seenAt);
                  }
                }),
        flaw(
            "leavesWhatThereIsAsItWasWhenTagsAreNoted",
            "takes what is not tagged for gone",
            "Absence",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteTagging(TagAssignments tags, Instant seenAt) {
                    super.noteTagging(tags, seenAt);
                    super.noteTopology(Topology.EMPTY, seenAt);
                  }
                }));
  }

  private static List<SeenObject> withSmallParents(List<SeenObject> seen) {
    return seen.stream()
        .map(
            object ->
                new SeenObject(
                    object.seenAt(),
                    object.kind(),
                    object.id(),
                    object.label(),
                    object.parent().filter(parent -> parent.number().isPresent()),
                    object.tags()))
        .toList();
  }

  private static List<SeenObject> reversed(List<SeenObject> seen) {
    List<SeenObject> reversed = new ArrayList<>(seen);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<SeenObject> withoutEmpty(List<SeenObject> seen) {
    return seen.stream().filter(object -> !object.tags().isEmpty()).toList();
  }

  /** Shows what was seen not as it was. */
  private static final class Showing extends PlainLedger {
    private final UnaryOperator<List<SeenObject>> wrong;

    Showing(UnaryOperator<List<SeenObject>> wrong) {
      this.wrong = wrong;
    }

    @Override
    public void topologyChanges(Consumer<SeenObject> visitor) {
      List<SeenObject> seen = new ArrayList<>();
      right.topologyChanges(seen::add);
      if (!seen.isEmpty()) {
        wrong.apply(seen).forEach(visitor);
      }
    }
  }

  /** Shows what there is once for each look at it. */
  private static final class LookingEachTime extends PlainLedger {
    private int looks;

    @Override
    public void noteTopology(Topology topology, Instant seenAt) {
      looks++;
      super.noteTopology(topology, seenAt);
    }

    @Override
    public void topologyChanges(Consumer<SeenObject> visitor) {
      for (int look = 0; look < looks; look++) {
        right.topologyChanges(visitor);
      }
    }
  }
}
