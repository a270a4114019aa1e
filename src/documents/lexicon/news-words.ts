/**
 * Words that news releases of government say again and again in these very forms. Programs that spin texts replace them by
 * others, so that of two versions of one release the one with fewer of them is the spun one. General for all provinces
 * and subjects; to extend, add a word that has synonyms in a dictionary but none in such releases.
 */
export const NEWS_WORDS: readonly string[] = `
  会议 召开 主持 出席 讲话 致辞 指出 强调 要求 表示 介绍 汇报 审议 通过 部署 听取 参加 座谈会 研讨会 现场会 推进会 签约 签署 签订 协议 备忘录
  合作 协作 协同 联合 联动 交流 共同 双方 各方 工作 任务 目标 建设 发展 推动 推进 促进 加快 加强 提升 提高 增强 改善 完善 优化 深化 落实 贯彻
  坚持 坚决 持续 全面 深入 扎实 进一步 积极 主动 切实 有效 高质量 一体化 现代化 绿色 创新 改革 开放 开展 实施 组织 制定 印发 发布 启动 建立 健全
  机制 体制 制度 体系 规划 方案 措施 政策 项目 重点 重大 重要 关键 突出 领导 书记 干部 群众 人民 部门 单位 企业 责任 生态 环境 保护 污染 治理 防治
  大气 水质 经济 社会 文化 教育 科技 产业 农业 农村 城市 区域 乡村振兴 民生 服务 管理 监管 执法 检查 督查 安全 生产 风险 隐患 问题 成效 成果 经验
  做法 形势 意义 机遇 挑战 优势 能力 水平 质量 效率 力度 长效 统筹 协调 衔接 保障 支持 支撑 引领 示范 试点 创建 巩固 拓展 打造 构建 形成 取得 实现
  确保 力争 努力 奋斗 精神 思想 理念 战略 决策 方针 攻坚战 相关 负责人 负责同志 近日 目前 截至 今年 去年 同比 增长 下降 达到 超过
`
  .trim()
  .split(/\s+/);
