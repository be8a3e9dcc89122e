package dev.vidiexport.domain.report;

/** A part of the day, by the hours that begin in it. */
public enum Daypart {
  NIGHT(0, 6),
  MORNING(6, 11),
  MIDDAY(11, 14),
  AFTERNOON(14, 18),
  EVENING(18, HoursOfDay.COUNT);

  private final int firstHour;
  private final int endHour;

  Daypart(int firstHour, int endHour) {
    this.firstHour = firstHour;
    this.endHour = endHour;
  }

  /** Its first hour, from 0 to 23. */
  public int firstHour() {
    return firstHour;
  }

  /** The hour after its last one; at most 24. */
  public int endHour() {
    return endHour;
  }

  /** The part in which an hour lies, from 0 to 23. */
  public static Daypart of(int hour) {
    Daypart found = NIGHT;
    for (Daypart part : values()) {
      if (hour >= part.firstHour) {
        found = part;
      }
    }
    return found;
  }
}
