package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A VidiCenter that answers each request as a test says, and notes what it was asked for. */
final class ScriptedSession implements VidiCenterSession {
  /** Stands in messages of this session, and must not in any other. */
  static final String SECRET = "Cn4ry+T0ken";

  private final List<String> asked = new ArrayList<>();
  private final Map<String, Set<Id>> tagged = new HashMap<>();
  private Function<ExportRequest, FakeVidiCenter.Reply> answers;
  private Topology topology;
  private Runnable onListing = () -> {};
  private int listings;
  private boolean isListingConnected;
  private boolean isCancelled;

  ScriptedSession(Topology topology, Function<ExportRequest, FakeVidiCenter.Reply> answers) {
    this.topology = topology;
    this.answers = answers;
  }

  void answers(Function<ExportRequest, FakeVidiCenter.Reply> otherwise) {
    answers = otherwise;
  }

  void has(Topology other) {
    topology = other;
  }

  /** Whoever asks is told what has a tag, locations and sites alike. */
  void tells(String label, String... ids) {
    tagged.put(label, Stream.of(ids).map(Id::new).collect(Collectors.toUnmodifiableSet()));
  }

  /** What happens whenever somebody asks what there is. */
  void onListing(Runnable event) {
    onListing = event;
  }

  /** Every request for data since the last time, in order: {@code 2024-03-04 1,2}. */
  List<String> takeAsked() {
    List<String> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  /** How often somebody asked what there is. */
  int listings() {
    return listings;
  }

  /** Whether a listing keeps a connection, for calls of its own that may follow. */
  boolean isListingConnected() {
    return isListingConnected;
  }

  /** Another run begins, which nobody has told to end. */
  void begin() {
    isCancelled = false;
  }

  /** {@code 1,2}. */
  static String sources(ExportRequest request) {
    return request.sources().values().stream()
        .flatMap(List::stream)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  @Override
  public ServiceLimits limits() {
    return ServiceLimits.documented();
  }

  @Override
  public VidiCenter vidiCenter(Pacer pacer, CallListener listener) {
    return new VidiCenter() {
      @Override
      public Answer ask(
          ExportRequest request,
          CallKind kind,
          boolean rebuild,
          Duration timeLeft,
          RowReceiver rows)
          throws TroubleException {
        asked.add(request.start().toLocalDate() + " " + sources(request));
        return answers.apply(request).give(rows);
      }

      @Override
      public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
        return Optional.empty();
      }

      @Override
      public void cancel() {
        isCancelled = true;
      }
    };
  }

  @Override
  public ConnectionTrial connectionTrial(Pacer pacer, CallListener listener) {
    throw new AssertionError("A sync tries nothing out");
  }

  @Override
  public Account account(Pacer pacer, CallListener listener) {
    throw new AssertionError("A sync calls the topology and the data endpoint, nothing else");
  }

  @Override
  public Directory directory(Pacer pacer, CallListener listener) {
    return new ListedTopology(listener);
  }

  @Override
  public String withoutSecrets(String text) {
    return text.replace(SECRET, "(hidden)");
  }

  @Override
  public void close() {
    throw new AssertionError("Whoever opened the session closes it");
  }

  private final class ListedTopology implements Directory {
    private final CallListener listener;

    ListedTopology(CallListener listener) {
      this.listener = listener;
    }

    private <T> List<T> list(List<T> objects) {
      listener.onCall("GET", "http://127.0.0.1/", "200 OK", Duration.ZERO);
      isListingConnected = true;
      if (isCancelled) {
        throw ExportException.cancelled();
      }
      return objects;
    }

    @Override
    public List<Network> networks(Duration timeLeft) {
      listings++;
      onListing.run();
      return list(topology.networks());
    }

    @Override
    public List<Site> sites(Duration timeLeft) {
      return list(topology.sites());
    }

    @Override
    public List<Location> locations(Duration timeLeft) {
      return list(topology.locations());
    }

    @Override
    public List<Tag> locationTags(Duration timeLeft) {
      return list(topology.locationTags());
    }

    @Override
    public List<Tag> siteTags(Duration timeLeft) {
      return list(topology.siteTags());
    }

    @Override
    public Optional<Set<Id>> locationsWith(String label, Duration timeLeft) {
      return with(label);
    }

    @Override
    public Optional<Set<Id>> sitesWith(String label, Duration timeLeft) {
      return with(label);
    }

    private Optional<Set<Id>> with(String label) {
      if (tagged.isEmpty()) {
        throw new AssertionError("Only a sync that adds tags asks who has one");
      }
      return Optional.ofNullable(tagged.get(label));
    }

    @Override
    public void rest() {
      isListingConnected = false;
    }

    @Override
    public void cancel() {
      isCancelled = true;
    }
  }
}
