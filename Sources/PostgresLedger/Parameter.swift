import Foundation
import Ledger

/// A value that goes to the server beside a statement, and never in its text.
enum Parameter {
    case text(String?)
    case integer(Int?)
    case texts([String?])
    case integers([Int?])
    case blobs([Data?])

    /// The numbers by which PostgreSQL knows its types.
    enum TypeID: UInt32 {
        case blob = 17
        case integer = 20
        case text = 25
        case blobs = 1001
        case texts = 1009
        case integers = 1016
    }

    var type: TypeID {
        switch self {
        case .text: .text
        case .integer: .integer
        case .texts: .texts
        case .integers: .integers
        case .blobs: .blobs
        }
    }

    /// The value in the server's binary form; nil for null.
    var bytes: [UInt8]? {
        switch self {
        case .text(let text): text.map { Array($0.utf8) }
        case .integer(let number): number.map(Self.bytes)
        case .texts(let texts): Self.list(texts.map { $0.map { Array($0.utf8) } }, of: .text)
        case .integers(let numbers): Self.list(numbers.map { $0.map(Self.bytes) }, of: .integer)
        case .blobs(let blobs): Self.list(blobs.map { $0.map { [UInt8]($0) } }, of: .blob)
        }
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: Int64(number).bigEndian) { Array($0) }
    }

    private static func word(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: Int32(truncatingIfNeeded: number).bigEndian) { Array($0) }
    }

    /// A list of one dimension, counted from 1.
    private static func list(_ values: [[UInt8]?], of type: TypeID) -> [UInt8] {
        let hasNull = values.contains { $0 == nil }
        var bytes = word(values.isEmpty ? 0 : 1) + word(hasNull ? 1 : 0) + word(Int(type.rawValue))
        if !values.isEmpty { bytes += word(values.count) + word(1) }
        for value in values {
            guard let value else {
                bytes += word(-1)
                continue
            }
            bytes += word(value.count) + value
        }
        return bytes
    }
}

extension Field {
    /// Reads a value in the server's binary form.
    init(_ bytes: UnsafeRawBufferPointer, type: UInt32) {
        func number<T: FixedWidthInteger>(_ type: T.Type) -> T {
            bytes.count == MemoryLayout<T>.size ? T(bigEndian: bytes.loadUnaligned(as: type)) : 0
        }
        self =
            switch type {
            case 16: .integer(bytes.first == 1 ? 1 : 0)
            case 17: .blob(Data(bytes))
            case 20: .integer(number(Int64.self))
            case 21: .integer(Int64(number(Int16.self)))
            case 23: .integer(Int64(number(Int32.self)))
            case 26: .integer(Int64(number(UInt32.self)))
            case 701: .real(Double(bitPattern: number(UInt64.self)))
            default: .text(String(decoding: bytes, as: UTF8.self))
            }
    }
}
