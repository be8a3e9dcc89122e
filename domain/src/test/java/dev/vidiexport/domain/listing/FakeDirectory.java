package dev.vidiexport.domain.listing;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.SampleTopology;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A directory that is asked without a network, and meets the troubles that a test wants. */
final class FakeDirectory implements Directory {
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Duration> timesLeft = new ArrayList<>();
  private List<Tag> locationTags = SampleTopology.TOPOLOGY.locationTags();
  private Runnable onCall = () -> {};
  private boolean cancelled;

  /** Each further call meets one of these, until there are none left. */
  void meets(List<Trouble> more) {
    troubles.addAll(more);
  }

  void has(List<Tag> tags) {
    locationTags = tags;
  }

  void onCall(Runnable event) {
    onCall = event;
  }

  List<String> calls() {
    return calls;
  }

  List<Duration> timesLeft() {
    return timesLeft;
  }

  private void call(String name, Duration timeLeft) throws TroubleException {
    calls.add(name);
    timesLeft.add(timeLeft);
    onCall.run();
    if (cancelled) {
      throw ExportException.cancelled();
    }
    Trouble trouble = troubles.poll();
    if (trouble != null) {
      throw new TroubleException(trouble, null);
    }
  }

  @Override
  public List<Network> networks(Duration timeLeft) throws TroubleException {
    call("networks", timeLeft);
    return SampleTopology.TOPOLOGY.networks();
  }

  @Override
  public List<Site> sites(Duration timeLeft) throws TroubleException {
    call("sites", timeLeft);
    return SampleTopology.TOPOLOGY.sites();
  }

  @Override
  public List<Location> locations(Duration timeLeft) throws TroubleException {
    call("locations", timeLeft);
    return SampleTopology.TOPOLOGY.locations();
  }

  @Override
  public List<Tag> locationTags(Duration timeLeft) throws TroubleException {
    call("location tags", timeLeft);
    return locationTags;
  }

  @Override
  public List<Tag> siteTags(Duration timeLeft) throws TroubleException {
    call("site tags", timeLeft);
    return SampleTopology.TOPOLOGY.siteTags();
  }

  @Override
  public Optional<Set<Id>> locationsWith(String label, Duration timeLeft) throws TroubleException {
    call("locations with " + label, timeLeft);
    return label.equals("deleted")
        ? Optional.empty()
        : Optional.of(Set.of(SampleTopology.WINDOW.id(), SampleTopology.id(4711)));
  }

  @Override
  public Optional<Set<Id>> sitesWith(String label, Duration timeLeft) throws TroubleException {
    call("sites with " + label, timeLeft);
    return Optional.of(Set.of(SampleTopology.GARE.id()));
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
