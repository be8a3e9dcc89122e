package dev.vidiexport.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.TopologyObject;
import dev.vidiexport.http.answers.ListKind;
import dev.vidiexport.http.answers.ListReader;
import dev.vidiexport.http.calls.CallPermit;
import dev.vidiexport.http.calls.OpenCall;
import dev.vidiexport.http.calls.ServiceCalls;
import dev.vidiexport.http.calls.StatusCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** What there is to be asked for, over HTTP. */
final class RetrofitDirectory implements Directory {
  private final VidiCenterApi api;
  private final ServiceCalls calls;
  private final StatusCheck statuses;
  private final ListReader lists;

  RetrofitDirectory(VidiCenterApi api, ServiceCalls calls, StatusCheck statuses, ListReader lists) {
    this.api = api;
    this.calls = calls;
    this.statuses = statuses;
    this.lists = lists;
  }

  @Override
  public List<Network> networks(Duration timeLeft) throws TroubleException {
    return list(api::networks, ListKind.NETWORKS, timeLeft);
  }

  @Override
  public List<Site> sites(Duration timeLeft) throws TroubleException {
    return list(api::sites, ListKind.SITES, timeLeft);
  }

  @Override
  public List<Location> locations(Duration timeLeft) throws TroubleException {
    return list(api::locations, ListKind.LOCATIONS, timeLeft);
  }

  @Override
  public List<Tag> locationTags(Duration timeLeft) throws TroubleException {
    return list(api::locationTags, ListKind.TAGS, timeLeft);
  }

  @Override
  public List<Tag> siteTags(Duration timeLeft) throws TroubleException {
    return list(api::siteTags, ListKind.TAGS, timeLeft);
  }

  @Override
  public Optional<Set<Id>> locationsWith(String label, Duration timeLeft) throws TroubleException {
    return bearers(label, api::locationsWith, ListKind.LOCATIONS, timeLeft);
  }

  @Override
  public Optional<Set<Id>> sitesWith(String label, Duration timeLeft) throws TroubleException {
    return bearers(label, api::sitesWith, ListKind.SITES, timeLeft);
  }

  private <D, T extends TopologyObject> Optional<Set<Id>> bearers(
      String label,
      BiFunction<String, CallPermit, Call<ResponseBody>> asking,
      ListKind<D, T> kind,
      Duration timeLeft)
      throws TroubleException {
    Optional<String> segment = TagLabel.segment(label);
    if (segment.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          list(permit -> asking.apply(segment.get(), permit), kind, timeLeft).stream()
              .map(TopologyObject::id)
              .collect(toUnmodifiableSet()));
    } catch (ExportException refused) {
      if (refused.kind() == FailureKind.REQUEST_REFUSED) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private <D, T> List<T> list(
      Function<CallPermit, Call<ResponseBody>> asking, ListKind<D, T> kind, Duration timeLeft)
      throws TroubleException {
    try (OpenCall<ResponseBody> call = calls.send(asking, false, timeLeft)) {
      call.check(statuses);
      return BodyReading.of(call, (body, contentType) -> lists.read(body, contentType, kind));
    }
  }

  @Override
  public void rest() {
    calls.rest();
  }

  @Override
  public void cancel() {
    calls.cancel();
  }
}
