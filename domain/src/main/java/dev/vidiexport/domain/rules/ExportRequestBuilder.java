package dev.vidiexport.domain.rules;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.catalogue.TypeSpecificArgument;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link ExportRequest} of what a user wrote, or reports everything that is wrong with it.
 *
 * <p>Defaults: nothing is given, rows are not grouped, what the catalogue does not know is refused,
 * and arguments have VidiCenter's names. In every method that takes a text or a list, null stands
 * for an argument that was not given. Lists are comma-separated: each text of one may hold one item
 * or several, and an item or list that is empty is refused. For one thread at a time; may be used
 * again.
 */
public final class ExportRequestBuilder {
  private final DataCatalogue catalogue;
  private final Map<SourceKind, List<String>> sources = new EnumMap<>(SourceKind.class);
  private @Nullable String dataType;
  private @Nullable String timeResolution;
  private @Nullable String start;
  private @Nullable String end;
  private @Nullable List<String> contentIds;
  private @Nullable String averageContentDuration;
  private @Nullable String extrapolationAmount;
  private boolean groupByDemographics;
  private boolean unchecked;
  private UnaryOperator<String> naming = UnaryOperator.identity();

  /** A builder that checks against a catalogue. */
  public ExportRequestBuilder(DataCatalogue catalogue) {
    this.catalogue = requireNonNull(catalogue, "catalogue must not be null");
  }

  /** The name of a data type. Required. */
  public ExportRequestBuilder dataType(@Nullable String text) {
    dataType = text;
    return this;
  }

  /** VidiCenter's word for a resolution: {@code finest}, {@code 1h}. Required. */
  public ExportRequestBuilder timeResolution(@Nullable String text) {
    timeResolution = text;
    return this;
  }

  /** The first second of the range: {@code YYYY-MM-DDTHH:mm:SS}. Required. */
  public ExportRequestBuilder start(@Nullable String text) {
    start = text;
    return this;
  }

  /** The last second of the range, written like its first, and not before it. Required. */
  public ExportRequestBuilder end(@Nullable String text) {
    end = text;
    return this;
  }

  /** The ids of one kind of source. At least one kind is required. */
  public ExportRequestBuilder sources(SourceKind kind, @Nullable List<String> lists) {
    if (lists == null) {
      sources.remove(kind);
    } else {
      sources.put(kind, List.copyOf(lists));
    }
    return this;
  }

  /** Whether there is to be one row for each gender and age group. */
  public ExportRequestBuilder groupByDemographics(boolean wanted) {
    groupByDemographics = wanted;
    return this;
  }

  /** The contents asked for; all of them by default. */
  public ExportRequestBuilder contentIds(@Nullable List<String> lists) {
    contentIds = lists == null ? null : List.copyOf(lists);
    return this;
  }

  /** How long a content lasts, in seconds; a decimal number that is not negative. */
  public ExportRequestBuilder averageContentDuration(@Nullable String text) {
    averageContentDuration = text;
    return this;
  }

  /**
   * A decimal number that is not negative, or empty for the average, which is also the default for
   * the data types that take it.
   */
  public ExportRequestBuilder extrapolationAmount(@Nullable String text) {
    extrapolationAmount = text;
    return this;
  }

  /**
   * Whether data types and combinations that the catalogue does not know are let through. How
   * times, ids, sources, resolutions and numbers are written is checked all the same.
   */
  public ExportRequestBuilder unchecked(boolean wanted) {
    unchecked = wanted;
    return this;
  }

  /** How messages call the arguments; by VidiCenter's own names by default. */
  public ExportRequestBuilder naming(UnaryOperator<String> names) {
    naming = requireNonNull(names, "names must not be null");
    return this;
  }

  /**
   * The request.
   *
   * @throws InvalidRequestException when anything is wrong, with everything that is
   */
  public ExportRequest build() {
    Violations violations = new Violations(naming);
    TimeRules timeRules = new TimeRules(violations);
    TemplateParts parts = readParts(violations);
    Optional<LocalDateTime> first = timeRules.read("start", start);
    Optional<LocalDateTime> last = timeRules.read("end", end);
    timeRules.checkOrder(first, last);
    Map<SourceKind, List<Long>> ids = new SourceRules(violations).read(sources);
    checkArguments(parts, violations);
    violations.throwIfAny();

    RequestTemplate template = template(parts).orElseThrow();
    return new ExportRequest(
        template.dataType(),
        template.timeResolution(),
        first.orElseThrow(),
        last.orElseThrow(),
        ids,
        template.groupByDemographics(),
        template.contentIds(),
        template.averageContentDuration(),
        template.extrapolationAmount());
  }

  /**
   * What the request has beside its time and its sources, of which nothing is looked at.
   *
   * @param violations takes all that is wrong
   * @return empty where the data type or the resolution could not be read; good only where nothing
   *     is wrong
   */
  Optional<RequestTemplate> template(Violations violations) {
    TemplateParts parts = readParts(violations);
    checkArguments(parts, violations);
    return template(parts);
  }

  private record TemplateParts(Optional<String> dataType, Optional<TimeResolution> resolution) {}

  private TemplateParts readParts(Violations violations) {
    DataTypeRules dataTypeRules = new DataTypeRules(catalogue, violations);
    return new TemplateParts(
        unchecked ? dataTypeRules.readAny(dataType) : dataTypeRules.readKnown(dataType),
        new ResolutionRules(violations).read(timeResolution));
  }

  private void checkArguments(TemplateParts parts, Violations violations) {
    ArgumentRules argumentRules = new ArgumentRules(violations);
    argumentRules.checkContentIds(contentIds);
    argumentRules.checkAverageContentDuration(averageContentDuration);
    argumentRules.checkExtrapolationAmount(extrapolationAmount);
    Optional<DataType> known = parts.dataType().flatMap(catalogue::find);
    if (known.isPresent() && !unchecked) {
      new CombinationRules(catalogue, violations)
          .check(known.get(), parts.resolution(), particularArguments());
    }
  }

  private Optional<RequestTemplate> template(TemplateParts parts) {
    if (parts.dataType().isEmpty() || parts.resolution().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RequestTemplate(
            parts.dataType().get(),
            parts.resolution().get(),
            groupByDemographics,
            ListRules.split(contentIds),
            Optional.ofNullable(averageContentDuration),
            extrapolationToSend(parts.dataType().flatMap(catalogue::find))));
  }

  private Set<TypeSpecificArgument> particularArguments() {
    Set<TypeSpecificArgument> given = EnumSet.noneOf(TypeSpecificArgument.class);
    if (groupByDemographics) {
      given.add(TypeSpecificArgument.GROUP_BY_DEMOGRAPHICS);
    }
    if (contentIds != null) {
      given.add(TypeSpecificArgument.CONTENT_IDS);
    }
    if (averageContentDuration != null) {
      given.add(TypeSpecificArgument.AVERAGE_CONTENT_DURATION);
    }
    if (extrapolationAmount != null) {
      given.add(TypeSpecificArgument.EXTRAPOLATION_AMOUNT);
    }
    return given;
  }

  /** The types that take it always require it, even if it is empty. */
  private Optional<String> extrapolationToSend(Optional<DataType> known) {
    boolean isWanted =
        known.filter(type -> type.takes(TypeSpecificArgument.EXTRAPOLATION_AMOUNT)).isPresent();
    return Optional.ofNullable(extrapolationAmount)
        .or(() -> isWanted ? Optional.of("") : Optional.empty());
  }
}
