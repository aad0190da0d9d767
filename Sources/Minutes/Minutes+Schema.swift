extension Minutes {
    /// The JSON Schema of `record.json` (draft 2020-12).
    public static var recordSchema: String {
        String(decoding: PackageResources.record_schema_json, as: UTF8.self)
    }
}
