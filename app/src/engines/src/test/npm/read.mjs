// Reads Parquet files by the reader that is named first, and writes what it found as JSON, a line a
// file: { file, columns: { name: kind }, rows: [[value]] }. Whole numbers and times are texts there,
// because JSON's numbers have 53 bits.
import { readFileSync } from 'node:fs'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { tableFromIPC } from 'apache-arrow'

const [reader, ...files] = process.argv.slice(2)

/** Pure JavaScript. */
async function byHyparquet(bytes) {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  const columns = {}
  for (const { name, type, logical_type: logical } of parquetMetadata(file).schema.slice(1)) {
    if (logical?.type === 'TIMESTAMP') {
      columns[name] = logical.isAdjustedToUTC ? 'instant' : 'time'
    } else {
      columns[name] = { INT64: 'whole', DOUBLE: 'decimal', BYTE_ARRAY: 'text', BOOLEAN: 'boolean' }[type] ?? type
    }
    if (logical?.type === 'JSON') columns[name] = 'json'
  }
  const parsers = { timestampFromMicroseconds: micros => micros }
  const objects = await parquetReadObjects({ file, compressors, parsers })
  return { columns, rows: objects.map(row => Object.keys(columns).map(name => row[name])) }
}

/** Rust's parquet and arrow, by WebAssembly. */
async function byArrow(bytes) {
  const { readParquet } = await import('parquet-wasm/node')
  const table = tableFromIPC(readParquet(bytes).intoIPCStream())
  const columns = {}
  for (const { name, type, metadata } of table.schema.fields) {
    const kind = { Int64: 'whole', Float64: 'decimal', Utf8: 'text', Bool: 'boolean', 'Timestamp<MICROSECOND>': 'time' }
    columns[name] = metadata.get('ARROW:extension:name') === 'arrow.json' ? 'json' : kind[String(type)] ?? String(type)
  }
  const vectors = table.schema.fields.map((field, place) => values(table.getChildAt(place), columns[field.name]))
  return { columns, rows: Array.from({ length: table.numRows }, (_, row) => vectors.map(of => of(row))) }
}

function values(vector, kind) {
  if (kind !== 'time') return row => vector.get(row)
  // As a number it would be milliseconds.
  const micros = vector.data.flatMap(part => Array.from(part.values))
  return row => vector.get(row) === null ? null : BigInt(micros[row])
}

const read = { hyparquet: byHyparquet, arrow: byArrow }[reader]
for (const file of files) {
  const found = await read(readFileSync(file))
  const exact = (_, value) =>
    typeof value === 'bigint' ? String(value) : Object.is(value, -0) ? '-0.0' : value === undefined ? null : value
  process.stdout.write(JSON.stringify({ file, ...found }, exact) + '\n')
}
