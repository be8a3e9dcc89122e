package dev.vidiexport.domain.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which type a column gets, and how its values come out of it. */
class TypingTest {
  private static TypedColumn typed(String expected, String values) {
    Optional<ColumnType> known =
        expected.equals("-")
            ? Optional.empty()
            : Optional.of(ColumnType.valueOf(expected.toUpperCase(Locale.ROOT)));
    List<JsonValue> column = Arrays.stream(values.split(" ")).map(JsonValue::of).toList();
    return TypedColumn.of(known, column);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          # catalogue | values | type | values as they come out
          # whole numbers within 64 bits
          -     | 27 0 -3                                  | whole   | 27 0 -3
          -     | -0                                       | whole   | 0
          -     | 9223372036854775807 -9223372036854775808 | whole   | 9223372036854775807 -9223372036854775808
          -     | 9223372036854775808                      | text    | 9223372036854775808
          -     | -9223372036854775809                     | text    | -9223372036854775809
          -     | 9223372036854775808 1                    | text    | 9223372036854775808 1
          -     | 12345678901234567890                     | text    | 12345678901234567890
          -     | 100000000000000000000                    | text    | 100000000000000000000
          # the way it is written decides in a column that nobody knows
          -     | 1.0                                      | decimal | 1.0
          -     | 1e2                                      | decimal | 100.0
          -     | 1.0 2                                    | decimal | 1.0 2.0
          -     | -0.0                                     | decimal | -0.0
          -     | -0 0.5                                   | decimal | -0.0 0.5
          # the value decides in one that the catalogue calls whole
          whole | 1.0                                      | whole   | 1
          whole | 86400.0 3 -2.00                          | whole   | 86400 3 -2
          whole | 1e2 1.5E+1 1200e-2                       | whole   | 100 15 12
          whole | -0.0 0e5 0.000 0e99999                   | whole   | 0 0 0 0
          whole | 1.5                                      | decimal | 1.5
          whole | 1.5 1.0 2                                | decimal | 1.5 1.0 2.0
          whole | 9223372036854775807.0                    | whole   | 9223372036854775807
          whole | 9.223372036854775807e18                  | whole   | 9223372036854775807
          whole | 9223372036854775808.0                    | text    | 9223372036854775808.0
          whole | 9.3e18                                   | decimal | 9.3E18
          whole | 1.00000000000000000000000000             | whole   | 1
          # whole joins decimal within 2^53
          -     | 9007199254740992 0.5                     | decimal | 9.007199254740992E15 0.5
          -     | -9007199254740992 0.5                    | decimal | -9.007199254740992E15 0.5
          -     | 9007199254740993 0.5                     | text    | 9007199254740993 0.5
          -     | 0.5 -9007199254740993                    | text    | 0.5 -9007199254740993
          whole | 9007199254740993.0 0.5                   | text    | 9007199254740993.0 0.5
          decimal | 9007199254740993                       | text    | 9007199254740993
          decimal | 27 0                                   | decimal | 27.0 0.0
          decimal | null                                   | decimal | null
          # other numbers of up to 17 significant digits
          -     | 1.0000000000000002                       | decimal | 1.0000000000000002
          -     | 1.00000000000000022                      | text    | 1.00000000000000022
          -     | 0.1000000000000000055511151231257827     | text    | 0.1000000000000000055511151231257827
          -     | 0.00000000000000000000000000001          | decimal | 1.0E-29
          -     | 1.7976931348623157e308                   | decimal | 1.7976931348623157E308
          -     | 4.9e-324                                 | decimal | 4.9E-324
          # whose nearest double is finite, and not zero unless the number is
          -     | 1e400                                    | text    | 1e400
          -     | -1E+400                                  | text    | -1E+400
          -     | 1.5 1e400                                | text    | 1.5 1e400
          -     | 1e-400                                   | text    | 1e-400
          -     | 0e-400                                   | decimal | 0.0
          -     | 1e999999999999                           | text    | 1e999999999999
          -     | 1e-999999999999                          | text    | 1e-999999999999
          whole | 1e999999999999                           | text    | 1e999999999999
          decimal | 1e400 1                                | text    | 1e400 1
          # numbers that are not finite
          -     | NaN                                      | decimal | NaN
          -     | Infinity -Infinity null                  | decimal | Infinity -Infinity null
          -     | 27 NaN                                   | decimal | 27.0 NaN
          whole | NaN 27                                   | decimal | NaN 27.0
          whole | 1.0 -Infinity                            | decimal | 1.0 -Infinity
          decimal | 0.5 NaN                                | decimal | 0.5 NaN
          -     | 9007199254740993 NaN                     | text    | 9007199254740993 NaN
          -     | 1e400 Infinity                           | text    | 1e400 Infinity
          -     | "NaN" NaN                                | text    | "NaN" NaN
          -     | "NaN"                                    | text    | "NaN"
          -     | true NaN                                 | text    | true NaN
          -     | [1] NaN                                  | text    | [1] NaN
          text  | NaN                                      | text    | NaN
          timestamp | "2016-04-29T10:00:00" NaN            | text    | "2016-04-29T10:00:00" NaN
          # a quoted number is a text, whatever the catalogue says
          whole   | "27"                                   | text    | "27"
          whole   | "27" 27                                | text    | "27" 27
          decimal | "0.782"                                | text    | "0.782"
          text    | "0.782" 0.782                          | text    | "0.782" 0.782
          # mixed kinds
          -     | true false null                          | boolean | true false null
          -     | true 1                                   | text    | true 1
          boolean | 0 1                                    | text    | 0 1
          boolean | null                                   | boolean | null
          -     | {"a":1} []                               | nested  | {"a":1} []
          -     | {"a":1} "{}" null                        | text    | {"a":1} "{}" null
          nested | [1] 1                                   | text    | [1] 1
          nested | null                                    | nested  | null
          text  | 1 true [] "a"                            | text    | 1 true [] "a"
          # only null, and nothing known
          -     | null null                                | text    | null null
          -     | null 5                                   | whole   | null 5
          -     | ""                                       | text    | ""
          # times
          timestamp | "2016-04-29T10:00:00" null           | timestamp | 2016-04-29T10:00 null
          timestamp | "2016-04-29T10:00:00" "soon"         | text    | "2016-04-29T10:00:00" "soon"
          timestamp | 5                                    | text    | 5
          timestamp | null                                 | timestamp | null
          -     | "2016-04-29T10:00:00"                    | text    | "2016-04-29T10:00:00"
          """)
  void typesColumns(String catalogue, String values, String type, String shown) {
    TypedColumn column = typed(catalogue, values);

    assertThat(column.type().label()).isEqualTo(type);
    assertThat(String.join(" ", column.values())).isEqualTo(shown);
  }

  @Test
  void keepsANumberOfAThousandDigitsAsItCame() {
    String digits = "7".repeat(1000);

    for (String number : List.of(digits, "-" + digits, "0." + digits, digits + ".5e-9")) {
      assertThat(typed("-", number)).isEqualTo(new TypedColumn(ColumnType.TEXT, List.of(number)));
      assertThat(typed("whole", number).values()).containsExactly(number);
    }
  }

  @Test
  void isNotFooledByAHugeExponentBehindManyZeros() {
    String number = "0." + "0".repeat(3000) + "1e30010";

    assertThat(typed("-", number).type()).isEqualTo(ColumnType.TEXT);
    assertThat(typed("whole", number).type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void typesEachColumnAsThePlainRulesDoWhateverTheOrder() {
    Property.holds(
        4_000,
        random -> {
          ColumnType[] types = ColumnType.values();
          int choice = random.nextInt(types.length + 3);
          Optional<ColumnType> expected =
              choice < types.length ? Optional.of(types[choice]) : Optional.empty();
          List<JsonValue> values = new ArrayList<>();
          boolean anyKind = random.nextInt(3) == 0;
          for (int index = random.nextInt(6); index >= 0; index--) {
            values.add(
                anyKind
                    ? RandomJson.value(random)
                    : new JsonValue(ValueKind.NUMBER, RandomJson.number(random)));
          }
          ColumnType type = ReferenceTyping.type(expected, values);
          Collections.shuffle(values, random);

          TypedColumn column = TypedColumn.of(expected, values);

          assertThat(column.type()).as("%s %s", expected, values).isEqualTo(type);
          assertThat(column.values())
              .as("%s %s", expected, values)
              .isEqualTo(values.stream().map(value -> ReferenceTyping.shown(value, type)).toList());
        });
  }
}
