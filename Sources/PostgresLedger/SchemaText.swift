/// The tables and functions of the record, as SQL.
enum SchemaText {
    /// The schema that this version of the program makes, and works with.
    static let version = 2

    static var sql: String {
        [
            PackageResources.tables_sql, PackageResources.entries_sql, PackageResources.rights_sql,
            PackageResources.reading_sql, PackageResources.accounts_sql,
        ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}
