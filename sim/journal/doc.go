// Package journal keeps the finished chunks of an ensemble in a file, so that a
// run that was interrupted goes on where it stopped.
//
// The entry points are [Open], [Start] and [View]; [Journal.Append] keeps a chunk and
// [Journal.Read] gives it back. It imports sim/disk.
//
// # The file
//
// The file is a header, which says what the chunks belong to, and records that are
// only ever appended. Everything is covered by CRC-32C (Castagnoli), the sum that
// iSCSI uses (RFC 3720, §12.1); integers are little-endian:
//
//	header   magic 8 bytes | format uint32 | length uint32 | body | crc uint32
//	record   chunk uint64 | length uint32 | crc uint32 | payload | crc uint32
//
// The sum of a record starts from the header's sum, so that a record of another
// journal is not taken for one of this. The first sum of a record covers its chunk
// and length, the second all of it: a damaged length is noticed before it is used.
//
// # What a crash costs
//
// Append hands a record to the operating system in one write before it returns. A
// killed process loses the chunks in flight and no other. The file is synced every
// 16 records and on Close: a power failure may lose the records since then.
//
// A record that is cut short or damaged at the end of the file is the trace of such
// a crash: Open cuts it off and says so. Damage that whole records follow cannot
// come from a killed process; it is an error, and nothing is cut.
package journal
