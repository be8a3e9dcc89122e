package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.Campaign;
import dev.vidiexport.app.simulation.CutIsContinued;
import dev.vidiexport.app.simulation.OneReceiver;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.sync.ExportCounts;
import dev.vidiexport.domain.sync.SyncResult;
import java.util.ArrayList;
import java.util.List;

/** Bugs that the simulator must find; each stands between two parts of the shipped program. */
enum HistoryBug implements Campaign.Bug {
  FORCES_NOTHING("that is not there whole"),
  RECOVERS_NOTHING("a publication is open that nothing interrupted") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedLedgers.withoutRecovery(ledger);
    }
  },
  ANNOUNCES_LATE("there is a file that nobody owns") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedLedgers.announcingLate(ledger);
    }
  },
  FORGETS_WHAT_IS_ASKED("which was not noted before") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedLedgers.forgettingWhatIsAsked(ledger);
    }
  },
  ASKS_AGAIN_FOR_WHAT_IS_WHOLE("which was whole") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedLedgers.asIfAllWereUnderWay(ledger);
    }
  },
  OVERLOOKS_ANSWERS("two slices have an answer for") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedLedgers.hidingSomeAnswers(ledger);
    }
  },
  TAKES_ANNOUNCED_FOR_PUBLISHED("that is not there whole") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.settlingBlindly(files);
    }
  },
  LEAVES_COPIES_ASIDE("kept aside that nothing replaced") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.leavingCopies(files, history.disk.disk());
    }
  },
  REMOVES_REPLACED_FILES_EARLY("what was replaced is not kept") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.removingEarly(files);
    }
  },
  KEEPS_REPLACED_FILES_FOR_EVER("is kept for too long") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.removingNothing(files);
    }
  },
  LEAVES_WHAT_IS_STAGED("a staging folder is left") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.leavingWhatIsStaged(files);
    }
  },
  TAKES_ANNOUNCED_FOR_COMMITTED("but its table has") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.settlingBlindly(files);
    }
  },
  GIVES_UP_WHAT_IS_ANNOUNCED("which was whole") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return history.target instanceof TablesTarget ? FlawedTables.settlingNothing(files) : files;
    }
  },
  LEAVES_EARLIER_ROWS("but says"),
  AWAITS_NO_COMMIT("although there is no answer"),
  MIXES_TWO_BUILDS("rows of two builds are in one file") {
    @Override
    VidiCenterSession around(VidiCenterSession session) {
      return new FlawedSession(session, CutIsContinued::new);
    }
  },
  KEEPS_ROWS_OF_THE_NEXT_WINDOW("the rows are not those of one build") {
    @Override
    VidiCenterSession around(VidiCenterSession session) {
      return new FlawedSession(session, FlawedSession::keepingRowsOfTheNextWindow);
    }
  },
  GIVES_ROWS_TO_ANOTHER_CALL("the rows are not those of one build") {
    @Override
    VidiCenterSession around(VidiCenterSession session) {
      return new FlawedSession(session, new OneReceiver());
    }
  },
  ENDS_ONE_CALL_OF_TWO("although the sync was told to end") {
    @Override
    VidiCenterSession around(VidiCenterSession session) {
      return new FlawedSession(session, FlawedCalls.endingTheLastCall());
    }
  },
  KEEPS_ITS_PLACES("exports built at a time") {
    @Override
    VidiCenterSession around(VidiCenterSession session) {
      return new FlawedSession(session, FlawedCalls::keepingItsPlace);
    }
  },
  POLLS_FOR_WHAT_IS_BUILT("exports built at a time") {
    @Override
    VidiCenterSession around(VidiCenterSession session) {
      return new FlawedSession(session, FlawedCalls::pollingForWhatIsBuilt);
    }
  },
  DISCARDS_WHAT_OTHERS_STAGED("ended for no reason: DEFECT") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.discardingAll(files);
    }
  },
  NUMBERS_COLUMNS_BY_THE_LEDGER("that the ledger numbers otherwise") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.numberingByTheLedger(files, history.ledger);
    }
  },
  ASKS_BEFORE_A_BUILD_IS_OLD("which was whole") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.seemingOld(ledger);
    }
  },
  NEVER_LOOKS_AFTER_THE_LOOKBACK("was due, and was not asked for") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.seemingNewAfterTheLookback(ledger, history);
    }
  },
  LOOKS_ONCE_AFTER_AN_UPLOAD("was due, and was not asked for") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.notSeemingChanged(ledger);
    }
  },
  TOUCHES_WHAT_IS_THE_SAME("although its rows are the same") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.seemingOther(ledger);
    }
  },
  REPLACES_MORE_WITH_LESS("although less is measured") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.withoutFacts(ledger);
    }
  },
  FORGETS_WHAT_ROWS_SAY("are not what its rows say") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.forgettingFacts(ledger);
    }
  },
  TAKES_UPLOADS_BEFORE_THE_ANSWER_FOR_KNOWN("was asked for at") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.askingWhenAnswered(ledger, history);
    }
  },
  FORGETS_PAST_UPLOADS("which was whole") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.forgettingUploads(ledger);
    }
  },
  BELIEVES_A_SHORT_TOPOLOGY("believes that most locations are gone") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.forgettingTheTopology(ledger);
    }
  },
  EXPECTS_WHAT_IT_DID("expects") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.expectingWhatItDid(ledger);
    }
  },
  TELLS_A_CHANGE_TWICE("changed columns, but notes") {
    @Override
    Ledger around(Ledger ledger, SimulatedHistory history) {
      return FlawedAnswers.forgettingWhatIsTold(ledger);
    }
  },
  DROPS_WHAT_IT_REPLACES("what was replaced is not kept") {
    @Override
    SliceStore around(SliceStore files, SimulatedHistory history) {
      return FlawedFolders.keepingNothing(files);
    }
  },
  COUNTS_WHAT_IS_HALVED("refused of") {
    @Override
    SyncResult around(SyncResult result, int halved) {
      return withCounts(result, halved);
    }
  },
  LOSES_A_CALL("calls, but sent") {
    @Override
    SyncResult around(SyncResult result, int halved) {
      return new SyncResult(
          result.exports(),
          result.missing(),
          result.missingInAll(),
          result.columnNews(),
          Math.max(0, result.calls() - 1),
          result.elapsed(),
          result.ending());
    }
  },
  HIDES_WHAT_IS_MISSING("does not tell that there is no answer for") {
    @Override
    SyncResult around(SyncResult result, int halved) {
      return new SyncResult(
          result.exports(),
          List.of(),
          0,
          List.of(),
          result.calls(),
          result.elapsed(),
          result.ending());
    }
  };

  private final String symptom;

  HistoryBug(String symptom) {
    this.symptom = symptom;
  }

  @Override
  public String symptom() {
    return symptom;
  }

  Ledger around(Ledger ledger, SimulatedHistory history) {
    return ledger;
  }

  SliceStore around(SliceStore files, SimulatedHistory history) {
    return files;
  }

  VidiCenterSession around(VidiCenterSession session) {
    return session;
  }

  SyncResult around(SyncResult result, int halved) {
    return result;
  }

  /** The slices that were halved count beside their halves, with the first export. */
  private static SyncResult withCounts(SyncResult result, int halved) {
    ExportCounts first = result.exports().get(0);
    ExportCounts more =
        new ExportCounts(
            first.name(),
            first.published(),
            first.unchanged(),
            first.replaced(),
            first.empty(),
            first.failed(),
            first.refused() + halved,
            first.remaining(),
            first.rows(),
            first.bytes());
    List<ExportCounts> counts = new ArrayList<>(result.exports());
    counts.set(0, more);
    return new SyncResult(
        counts,
        result.missing(),
        result.missingInAll(),
        result.columnNews(),
        result.calls(),
        result.elapsed(),
        result.ending());
  }
}
