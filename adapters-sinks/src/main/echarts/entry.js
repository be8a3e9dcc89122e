// What a report draws with, and nothing else: each further part makes every report larger.
import { use } from 'echarts/core';
import { BarChart, CustomChart } from 'echarts/charts';
import { GridSimpleComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, GridSimpleComponent, SVGRenderer, TooltipComponent]);

export { getInstanceByDom, init, registerLocale, version } from 'echarts/core';
