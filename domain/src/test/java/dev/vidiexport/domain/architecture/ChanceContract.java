package dev.vidiexport.domain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vidiexport.domain.property.Property;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tests of a module draw by chance what {@link Property} gives them, and nothing else, so that
 * every case that fails can be run again. Extended once in each module.
 */
public abstract class ChanceContract {
  private static final String BREACHES = ChanceContract.class.getSimpleName() + "$";

  private static final ArchRule COMES_FROM_PROPERTY =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Property.class.getName())
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(Random.class, long.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .callConstructor(SplittableRandom.class, long.class)
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callMethod(RandomGenerator.class, "getDefault")
          .orShould()
          .callMethod(RandomGenerator.class, "of", String.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class);

  @Test
  void comesFromPropertyAlone() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(location -> !location.isJar() && !location.contains(BREACHES))
            .importPackages("dev.vidiexport");

    assertThat(tests).hasSizeGreaterThan(10);
    COMES_FROM_PROPERTY.check(tests);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfTheTime.class,
        Seeded.class,
        Split.class,
        SplitAndSeeded.class,
        OfTheThread.class,
        Named.class,
        Default.class,
        OfMath.class,
        Shuffled.class
      })
  void isMissedNowhere(Class<?> breach) {
    JavaClasses planted = new ClassFileImporter().importClasses(breach);

    assertThat(COMES_FROM_PROPERTY.evaluate(planted).hasViolation()).isTrue();
  }

  static final class OfTheTime {
    Random random() {
      return new Random();
    }
  }

  static final class Seeded {
    Random random() {
      return new Random(1);
    }
  }

  static final class Split {
    SplittableRandom random() {
      return new SplittableRandom();
    }
  }

  static final class SplitAndSeeded {
    SplittableRandom random() {
      return new SplittableRandom(1);
    }
  }

  static final class OfTheThread {
    Random random() {
      return ThreadLocalRandom.current();
    }
  }

  static final class Named {
    RandomGenerator random() {
      return RandomGenerator.of("L64X128MixRandom");
    }
  }

  static final class Default {
    RandomGenerator random() {
      return RandomGenerator.getDefault();
    }
  }

  static final class OfMath {
    double random() {
      return Math.random();
    }
  }

  static final class Shuffled {
    void shuffle(List<String> list) {
      Collections.shuffle(list);
    }
  }
}
