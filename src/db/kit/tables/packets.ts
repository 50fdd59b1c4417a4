/** Rows of sql/migrations/000009_packets.sql. */
export interface PacketTables {
  packet: { id: string; situation: string; created_by: string; created_at: Date }
  packet_application: { application_id: string; packet_id: string; position: number }
}
