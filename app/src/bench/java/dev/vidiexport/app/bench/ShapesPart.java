package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.body.Shape;
import dev.vidiexport.app.bench.process.MachineDescription;
import dev.vidiexport.app.bench.process.ProcessMeter;
import dev.vidiexport.app.bench.process.Tool;
import dev.vidiexport.app.bench.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Exports of every shape against the peers: every contestant runs once in every round. */
final class ShapesPart implements BenchmarkPart {
  private static final double SHARE_OF_MEMORY = 0.7;

  private final BenchmarkSettings settings;
  private final LineUp lineUp;
  private final ProcessMeter meter;
  private final Map<Shape, List<Contestant>> contestants = new EnumMap<>(Shape.class);
  private final Map<Shape, Scores> scores = new EnumMap<>(Shape.class);

  ShapesPart(BenchmarkSettings settings, LineUp lineUp, ProcessMeter meter) {
    this.settings = settings;
    this.lineUp = lineUp;
    this.meter = meter;
  }

  @Override
  public Section run() throws IOException, InterruptedException {
    for (Shape shape : settings.shapes()) {
      scores.put(shape, new Scores());
      contestants.put(shape, present(shape));
    }
    for (int round = 1; round <= settings.rounds(); round++) {
      for (Shape shape : settings.shapes()) {
        for (Contestant contestant : contestants.get(shape)) {
          String where = "round %s, %s".formatted(round, shape.label());
          scores
              .get(shape)
              .add(contestant.name(), ContestantRun.of(contestant, meter, settings.rows(), where));
        }
      }
    }
    return section();
  }

  private List<Contestant> present(Shape shape) throws IOException, InterruptedException {
    List<Contestant> present = new ArrayList<>();
    for (Contestant contestant : lineUp.of(shape)) {
      if (new Tool(contestant.command().words().get(0)).version().isEmpty()) {
        scores.get(shape).leaveOut(contestant.name(), "MISSING: not installed");
      } else if (contestant.bytesNeeded() > SHARE_OF_MEMORY * MachineDescription.availableBytes()) {
        String reason =
            "NOT RUN: would take about %,d MiB".formatted(contestant.bytesNeeded() >> 20);
        scores.get(shape).leaveOut(contestant.name(), reason);
      } else {
        present.add(contestant);
      }
    }
    return present;
  }

  private Section section() {
    StringBuilder markdown = new StringBuilder("## Exports\n");
    List<Map<String, Object>> json = new ArrayList<>();
    for (Shape shape : settings.shapes()) {
      Scores ofShape = scores.get(shape);
      Ratios ratios = Ratios.of(shape, ofShape);
      markdown
          .append("\n### %s, %,d rows%n%n".formatted(shape.label(), settings.rows()))
          .append(ofShape.markdown(settings.rows()))
          .append('\n')
          .append(ratios.markdown());
      json.add(
          Map.of(
              "shape", shape.label(),
              "times", ofShape.json(settings.rows()),
              "ratios", ratios.json()));
    }
    return new Section("exports", markdown.toString(), json);
  }
}
