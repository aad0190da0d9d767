import CDigest
import Foundation

/// A SHA-256 digest, 32 bytes.
public struct Digest: Hashable, Sendable {
    public static let length = 32
    public let bytes: [UInt8]

    /// Nil if there are not 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// The digest of some bytes (FIPS 180-4).
    init(of content: [UInt8]) {
        var context = SHA2_CTX()
        SHA256Init(&context)
        content.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
        bytes = [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
            SHA256Final(buffer.baseAddress, &context)
            count = Self.length
        }
    }

    /// 64 hexadecimal digits.
    public var hex: String {
        String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 0xF)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
