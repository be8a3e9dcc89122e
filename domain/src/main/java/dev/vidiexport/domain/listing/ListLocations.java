package dev.vidiexport.domain.listing;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.ListingListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyList;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The use case: learns what locations there are, and what they belong to. Brief trouble is waited
 * out, within one deadline for all calls.
 *
 * <p>The calls are made from one thread; {@link #cancel} may be called from any.
 */
public final class ListLocations {
  /** How many calls a whole topology takes. */
  public static final int CALLS_OF_TOPOLOGY = TopologyList.values().length;

  private final Directory directory;
  private final Pacer pacer;
  private final ServiceLimits limits;
  private final PollPolicy policy;
  private final ListingListener listener;
  private final RetryingCalls retryingCalls;
  private int callsOfLists = CALLS_OF_TOPOLOGY;

  /**
   * Prepares a listing; nothing is asked yet.
   *
   * @param pacer its time is that of the listing, which begins with it
   * @param policy how long to wait after trouble, and how long all of it may take
   */
  public ListLocations(
      Directory directory,
      Pacer pacer,
      ServiceLimits limits,
      PollPolicy policy,
      ListingListener listener) {
    this.directory = requireNonNull(directory, "directory must not be null");
    this.pacer = requireNonNull(pacer, "pacer must not be null");
    this.limits = requireNonNull(limits, "limits must not be null");
    this.policy = requireNonNull(policy, "policy must not be null");
    this.listener = requireNonNull(listener, "listener must not be null");
    this.retryingCalls = new RetryingCalls(pacer, policy, listener, directory::rest);
  }

  /**
   * All that there is, with five calls if none of them fails.
   *
   * @throws ExportException when it cannot be learnt, or not in time
   */
  public Topology topology() {
    return topology(EnumSet.allOf(TopologyList.class));
  }

  /**
   * Some of what there is, with a call for each list if none of them fails; the other lists are
   * empty.
   *
   * @throws ExportException when it cannot be learnt, or not in time
   */
  public Topology topology(Set<TopologyList> lists) {
    callsOfLists = lists.size();
    String needs = "the list needs at least %s".formatted(NumberText.counted(callsOfLists, "call"));
    return new Topology(
        ask(TopologyList.NETWORKS, lists, directory::networks, needs),
        ask(TopologyList.SITES, lists, directory::sites, needs),
        ask(TopologyList.LOCATIONS, lists, directory::locations, needs),
        ask(TopologyList.LOCATION_TAGS, lists, directory::locationTags, needs),
        ask(TopologyList.SITE_TAGS, lists, directory::siteTags, needs));
  }

  private <T> List<T> ask(
      TopologyList list, Set<TopologyList> lists, RetryingCalls.Call<List<T>> call, String needs) {
    return lists.contains(list) ? retryingCalls.ask(call, needs) : List.of();
  }

  /** How many calls were sent so far. From any thread. */
  public int calls() {
    return retryingCalls.calls();
  }

  /**
   * What has the tags of a topology that was read before, with one call for each label.
   *
   * @throws ExportException when it cannot be learnt, or not in time; at once when the limits of
   *     the service certainly leave too little time
   */
  public TagAssignments tagAssignments(Topology topology) {
    Set<String> locationLabels = labels(topology.locationTags());
    Set<String> siteLabels = labels(topology.siteTags());
    int calls = callsOfLists + locationLabels.size() + siteLabels.size();
    Duration least = limits.rateWindow().multipliedBy((calls - 1) / limits.calls());
    if (!least.isZero()) {
      checkTime(calls, least);
      listener.onLongListing(calls, least);
    }
    String needs = ListingStopReasons.needs(calls, limits);
    TagAssignmentsBuilder assignments = new TagAssignmentsBuilder();
    for (String label : locationLabels) {
      Optional<Set<Id>> ids =
          retryingCalls.ask(left -> directory.locationsWith(label, left), needs);
      assignments.addLocations(label, ids);
    }
    for (String label : siteLabels) {
      Optional<Set<Id>> ids = retryingCalls.ask(left -> directory.sitesWith(label, left), needs);
      assignments.addSites(label, ids);
    }
    return assignments.tagAssignments();
  }

  /** The calls ask by label: two tags of one label, in two networks, are asked for together. */
  private static Set<String> labels(List<Tag> tags) {
    Set<String> labels = new LinkedHashSet<>();
    tags.forEach(tag -> tag.label().ifPresent(labels::add));
    return labels;
  }

  private void checkTime(int calls, Duration least) {
    if (least.compareTo(policy.deadline()) >= 0) {
      throw ListingStopReasons.tooManyCalls(calls, limits, least, pacer.elapsed());
    }
  }

  /** Ends the listing soon, whatever it is doing, as {@code CANCELLED}. From any thread. */
  public void cancel() {
    retryingCalls.cancel();
    directory.cancel();
    pacer.cancel();
  }
}
