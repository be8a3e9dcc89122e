// Begins: all that the page does is set up here.
drawing('days', daysChart);
drawing('hours', hoursChart);
drawing('week', weekChart);
drawing('places', placesChart);
drawing('people', peopleChart);
drawing('people-dayparts', peopleDaypartsChart);
drawing('attention', attentionChart);
drawing('attention-dayparts', attentionByChart('attention-dayparts', (row) => words[`daypart.${row.daypart}`]));
drawing('attention-ages', attentionByChart('attention-ages', (row) => words[`age.${row.age}`]));
drawing('dwell-times', dwellTimesChart);
drawing('vehicles', presenceChart('vehicles'));
drawing('footfall', presenceChart('footfall'));
drawing('quality', qualityChart);
fillTablesWhenOpened();
rankWhenAsked();
drawAll();
redrawWhenNeeded();
