<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>Layerloom</name>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;New</source>
            <translation>新增(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open...</source>
            <translation>開啟(&amp;O)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open a project</source>
            <translation>開啟專案</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Save</source>
            <translation>儲存(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save the project</source>
            <translation>儲存專案</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save &amp;As...</source>
            <translation>另存新檔(&amp;A)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Load &amp;Weights...</source>
            <translation>載入權重(&amp;W)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Start from the weights of a file</source>
            <translation>從檔案中的權重開始</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Source...</source>
            <translation>匯出原始碼(&amp;S)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Training Script...</source>
            <translation>匯出訓練程式(&amp;T)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Features...</source>
            <translation>匯出特徵(&amp;F)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Write code that returns what the selected layers give</source>
            <translation>寫出會傳回所選各層輸出的程式碼</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Picture...</source>
            <translation>匯出圖片(&amp;P)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Quit</source>
            <translation>結束(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Undo</source>
            <translation>復原(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;History</source>
            <translation>歷程(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Every step, to go back to any</source>
            <translation>每一個步驟，可回到任何一步</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cu&amp;t</source>
            <translation>剪下(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Copy</source>
            <translation>複製(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Paste</source>
            <translation>貼上(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Paste and &amp;Wire</source>
            <translation>貼上並連線(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Paste, wired to what it was wired to</source>
            <translation>貼上，並連到原本所連的地方</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save as &amp;Preset...</source>
            <translation>儲存為預設組合(&amp;P)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Keep the selection in the palette</source>
            <translation>將選取的部分保留在層面板中</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>D&amp;uplicate</source>
            <translation>再製(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Delete</source>
            <translation>刪除(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Put into a &amp;Frame</source>
            <translation>放進外框(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Remove Fra&amp;me</source>
            <translation>移除外框(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Make &amp;Block</source>
            <translation>建立區塊(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Make a block of the selection</source>
            <translation>把選取的部分做成區塊</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Disso&amp;lve Block</source>
            <translation>拆解區塊(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open Block</source>
            <translation>開啟區塊(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Look into the selected block</source>
            <translation>查看選取區塊的內部</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go &amp;Out of Block</source>
            <translation>離開區塊(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Out to where the block is used</source>
            <translation>回到使用這個區塊的地方</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Mute</source>
            <translation>略過(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Let what arrives go past, or no longer</source>
            <translation>讓輸入直接通過，或不再如此</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Collapse</source>
            <translation>收合(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the title alone, or all again</source>
            <translation>只顯示標題，或再顯示全部</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Add &amp;Note</source>
            <translation>新增註記(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Lay a note on the canvas and write in it</source>
            <translation>在畫布上放一張註記並寫入文字</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Plain Frame</source>
            <translation>純外框(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>A frame that is nothing in code</source>
            <translation>在程式碼中不代表任何東西的外框</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Left</source>
            <translation>靠左(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the left edges</source>
            <translation>對齊左緣</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Centre</source>
            <translation>水平置中(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the centres</source>
            <translation>對齊中心</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Right</source>
            <translation>靠右(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the right edges</source>
            <translation>對齊右緣</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Top</source>
            <translation>靠上(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the upper edges</source>
            <translation>對齊上緣</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Middle</source>
            <translation>垂直置中(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align on one line</source>
            <translation>對齊在一條線上</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Bottom</source>
            <translation>靠下(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the lower edges</source>
            <translation>對齊下緣</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Across</source>
            <translation>水平(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Even gaps from left to right</source>
            <translation>由左到右間距相等</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Down</source>
            <translation>垂直(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Even gaps from top to bottom</source>
            <translation>由上到下間距相等</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>St&amp;raighten</source>
            <translation>拉直(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Level the wires of what is selected</source>
            <translation>把選取部分的連線拉平</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Connected</source>
            <translation>相連的(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all that wires join to it</source>
            <translation>選取所有以連線相接的節點</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Upstream</source>
            <translation>上游(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all that leads to it</source>
            <translation>選取所有通往它的節點</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Downstream</source>
            <translation>下游(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all that follows from it</source>
            <translation>選取所有接在它之後的節點</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Frame</source>
            <translation>外框(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all of the frame around it</source>
            <translation>選取周圍外框中的全部</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next</source>
            <translation>下一個(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>On to what the wire leads to</source>
            <translation>前往連線通往的節點</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Previous</source>
            <translation>上一個(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Back to where the wire comes from</source>
            <translation>回到連線的來源</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Above</source>
            <translation>上方(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>To the branch above</source>
            <translation>前往上方的分支</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Below</source>
            <translation>下方(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>To the branch below</source>
            <translation>前往下方的分支</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next, &amp;Too</source>
            <translation>也選下一個(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select the next, too</source>
            <translation>也選取下一個</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous, T&amp;oo</source>
            <translation>也選上一個(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The one before, too</source>
            <translation>也選取前一個</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Above, To&amp;o</source>
            <translation>也選上方(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The one above, too</source>
            <translation>也選取上方那個</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Below, &amp;Too</source>
            <translation>也選下方(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The one below, too</source>
            <translation>也選取下方那個</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Wire</source>
            <translation>連線(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Wire the selected layer by keys</source>
            <translation>以鍵盤為選取的層連線</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Edit Ar&amp;guments</source>
            <translation>編輯引數(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go to its arguments at the right</source>
            <translation>前往右邊它的引數</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next Pa&amp;rt</source>
            <translation>下一個部分(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>On to the next part of the window</source>
            <translation>前往視窗的下一個部分</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous Part</source>
            <translation>上一個部分</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Back to the part before</source>
            <translation>回到視窗的前一個部分</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select &amp;All</source>
            <translation>全選(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Rename</source>
            <translation>重新命名(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Edit the name on the card</source>
            <translation>在卡片上編輯名稱</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Find...</source>
            <translation>尋找(&amp;F)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/finder.py" />
            <source>Find in nodes, arguments, notes</source>
            <translation>在節點、引數與註記中尋找</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next Block</source>
            <translation>下一個區塊(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Look into the next block</source>
            <translation>查看下一個區塊的內部</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pre&amp;vious Block</source>
            <translation>上一個區塊(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Or the one before</source>
            <translation>或前一個</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go &amp;Back</source>
            <translation>上一頁(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Back to where you were</source>
            <translation>回到剛才的位置</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go For&amp;ward</source>
            <translation>下一頁(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Forward to where you came back from</source>
            <translation>前往剛才返回前的位置</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Add Layer...</source>
            <translation>新增層(&amp;A)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;In</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;Out</source>
            <translation>縮小(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Actual Size</source>
            <translation>實際大小(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Fit Network</source>
            <translation>顯示整個網路(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the whole network</source>
            <translation>顯示整個網路</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Fit S&amp;election</source>
            <translation>顯示選取部分(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what is selected</source>
            <translation>顯示選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Minimap</source>
            <translation>小地圖(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show a map of it all</source>
            <translation>顯示全圖的小地圖</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Tidy Up</source>
            <translation>整理(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Arrange the layers from left to right</source>
            <translation>把各層由左到右排好</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>T&amp;humbnails</source>
            <translation>縮圖(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show beside each layer what it gives</source>
            <translation>在每一層旁顯示它的輸出</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/languages.py" />
            <source>&amp;System</source>
            <translation>系統(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Light</source>
            <translation>淺色(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Reduce Motion</source>
            <translation>減少動畫(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Let nothing glide</source>
            <translation>不要有滑動效果</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Nothing</source>
            <translation>無(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Parameters</source>
            <translation>參數(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;FLOPs</source>
            <translation>&amp;FLOPs</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Memory</source>
            <translation>記憶體(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Source St&amp;yle</source>
            <translation>原始碼風格(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>How the source is written</source>
            <translation>原始碼的寫法</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>F&amp;ull Screen</source>
            <translation>全螢幕(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Train</source>
            <translation>訓練(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Train the network</source>
            <translation>訓練網路</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Pause</source>
            <translation>暫停(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pause the run, or let it go on</source>
            <translation>暫停執行，或讓它繼續</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Stop</source>
            <translation>停止(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/train_button.py" />
            <source>Stop the run after a checkpoint</source>
            <translation>存下檢查點後停止執行</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pro&amp;be</source>
            <translation>探測(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Run the network once and see what every layer gives</source>
            <translation>執行網路一次，看每一層的輸出</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Step &amp;On</source>
            <translation>往前一步(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what the next layer gives</source>
            <translation>顯示下一層的輸出</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Step &amp;Back</source>
            <translation>往回一步(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what the layer before gives</source>
            <translation>顯示前一層的輸出</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next Proble&amp;m</source>
            <translation>下一個問題(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go to what is wrong next</source>
            <translation>前往下一個出錯的地方</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Previous Problem</source>
            <translation>上一個問題</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go to what is wrong before</source>
            <translation>前往上一個出錯的地方</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Fi&amp;x All That Is Safe</source>
            <translation>修正所有可放心修正的問題(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Apply every safe fix at once</source>
            <translation>一次套用所有可放心的修正</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;Folder of the Run</source>
            <translation>開啟執行資料夾(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Command Palette...</source>
            <translation>命令面板(&amp;C)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Find any command</source>
            <translation>尋找任何命令</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Keyboard &amp;Shortcuts...</source>
            <translation>鍵盤快速鍵(&amp;S)...</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>List and change the shortcuts</source>
            <translation>列出並更改快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;About Layerloom</source>
            <translation>關於 Layerloom(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;File</source>
            <translation>檔案(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Edit</source>
            <translation>編輯(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;View</source>
            <translation>檢視(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Run</source>
            <translation>執行(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Help</source>
            <translation>說明(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;Example</source>
            <translation>開啟範例(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;Recent</source>
            <translation>開啟最近的檔案(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Se&amp;lect More</source>
            <translation>選取更多(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Go to Layer</source>
            <translation>前往層(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ali&amp;gn</source>
            <translation>對齊(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>D&amp;istribute</source>
            <translation>平均分布(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>C&amp;olour</source>
            <translation>顏色(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Tint by &amp;Cost</source>
            <translation>依成本上色(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Theme</source>
            <translation>佈景主題(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Language</source>
            <translation>語言(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Interface S&amp;ize</source>
            <translation>介面大小(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Panels</source>
            <translation>面板(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>Starting PyTorch</source>
            <translation>正在啟動 PyTorch</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>The shape check ended unexpectedly</source>
            <translation>形狀檢查意外結束</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>The shape check did not answer</source>
            <translation>形狀檢查沒有回應</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{what}; it is tried again after your next change</source>
            <translation>{what}；會在您下一次更改後再試</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{file} ended the process that ran it, or did not come to an end</source>
            <translation>{file} 使執行它的行程結束，或一直沒有執行完</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{what} and was started again</source>
            <translation>{what}，已重新啟動</translation>
        </message>
        <message>
            <location filename="../../app/appearance.py" />
            <source>The interface is drawn at {percent} % when Layerloom starts next time</source>
            <translation>下次啟動 Layerloom 時，介面會以 {percent} % 顯示</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove it and its uses</source>
            <translation>移除它和所有使用處</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Dissolve its uses</source>
            <translation>拆解所有使用處</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove it</source>
            <translation>移除它</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>one block is dissolved at a time</source>
            <translation>一次只能拆解一個區塊</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>select a single one</source>
            <translation>請只選取一個</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>{name!r} is no name for a class</source>
            <translation>{name!r} 不能作為類別名稱</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>use letters, digits and _</source>
            <translation>請使用字母、數字和 _</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove {name}?</source>
            <translation>要移除 {name} 嗎？</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/block_editing.py" />
            <source>It is used {n} times: {uses}.</source>
            <translation>
                <numerusform>它被使用了 {n} 次：{uses}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove the argument {name}?</source>
            <translation>要移除引數 {name} 嗎？</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>{uses} set it, and would get {default} as all others do.</source>
            <translation>{uses} 設定了它，之後會和其他使用處一樣得到 {default}。</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>only a layer inside a block can get its value from the block</source>
            <translation>只有區塊內的層才能從區塊取得值</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Dissolved into {layers}.</source>
            <translation>已拆解為{layers}。</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>PyTorch has a layer {name}</source>
            <translation>PyTorch 已有名為 {name} 的層</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>choose another name</source>
            <translation>請選擇其他名稱</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../graph/look_edits.py" />
            <source>Change note</source>
            <translation>更改註記</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Rename block to {name}</source>
            <translation>將區塊重新命名為 {name}</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Where you are</source>
            <translation>目前位置</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Out to the network</source>
            <translation>回到網路</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>not used yet</source>
            <translation>尚未使用</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Out to {block}</source>
            <translation>回到 {block}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align left</source>
            <translation>靠左對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align centres</source>
            <translation>水平置中對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align right</source>
            <translation>靠右對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align top</source>
            <translation>靠上對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align middles</source>
            <translation>垂直置中對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align bottom</source>
            <translation>靠下對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Distribute across</source>
            <translation>水平平均分布</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Distribute down</source>
            <translation>垂直平均分布</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Straighten</source>
            <translation>拉直</translation>
        </message>
        <message>
            <location filename="../../app/canvas/card.py" />
            <source>along axis {axis}</source>
            <translation>沿軸 {axis}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/card.py" />
            <source>{type}, not trusted</source>
            <translation>{type}，未受信任</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/cutting.py" />
            <source>Cut {n} wires</source>
            <translation>
                <numerusform>切斷 {n} 條連線</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete {n} items</source>
            <translation>
                <numerusform>刪除 {n} 個項目</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete point</source>
            <translation>刪除轉折點</translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete note</source>
            <translation>刪除註記</translation>
        </message>
        <message>
            <location filename="../../app/canvas/dropping.py" />
            <location filename="../../app/canvas/moving.py" />
            <source>Insert {layer}</source>
            <translation>插入 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/dropping.py" />
            <source>Add {layer}</source>
            <translation>新增 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>Parameters</source>
            <translation>參數</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>Memory kept for the backward pass</source>
            <translation>為反向傳播保留的記憶體</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>{total} in all for {basis}</source>
            <translation>{basis}共 {total}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>{total} in all</source>
            <translation>共 {total}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat_legend.py" />
            <location filename="../../app/panels/argument_form.py" />
            <location filename="../../app/panels/probe/segments.py" />
            <location filename="../../app/shortcuts_dialog.py" />
            <source>{name}: {value}</source>
            <translation>{name}：{value}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/hovering.py" />
            <source>{count} parameters</source>
            <translation>{count} 個參數</translation>
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Name of the layer</source>
            <translation>層的名稱</translation>
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../graph/python/choosing.py" />
            <source>Set {name}</source>
            <translation>設定 {name}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Reset {name}</source>
            <translation>重設 {name}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <source>A name has letters, digits and _, and begins with no digit</source>
            <translation>名稱由字母、數字和 _ 組成，且不能以數字開頭</translation>
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <source>There is already a layer named {name}</source>
            <translation>已有名為 {name} 的層</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Nothing takes what {name} gives.</source>
            <translation>沒有任何節點能接受 {name} 的輸出。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Letters or arrows choose, Enter wires, Delete unwires, W turns to the other side.</source>
            <translation>以字母或方向鍵選擇，Enter 連線，Delete 斷開，W 換到另一邊。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Select one layer to wire it.</source>
            <translation>請選取一層來連線。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Nothing gives what {name} could take.</source>
            <translation>沒有任何節點的輸出是 {name} 能接受的。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>{letters}: {node}, {port}</source>
            <translation>{letters}：{node}，{port}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>{name} gives nothing.</source>
            <translation>{name} 沒有輸出。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>{name} takes nothing.</source>
            <translation>{name} 沒有輸入。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>{choice}, wired</source>
            <translation>{choice}，已連線</translation>
        </message>
        <message>
            <location filename="../../app/canvas/minimap.py" />
            <source>Minimap</source>
            <translation>小地圖</translation>
        </message>
        <message>
            <location filename="../../app/canvas/minimap.py" />
            <source>Click or drag to look elsewhere</source>
            <translation>點按或拖曳以查看其他地方</translation>
        </message>
        <message>
            <location filename="../../app/canvas/moved_notes.py" />
            <location filename="../../app/canvas/note_gestures.py" />
            <source>Move note</source>
            <translation>移動註記</translation>
        </message>
        <message>
            <location filename="../../app/canvas/moving.py" />
            <location filename="../../app/canvas/rerouting.py" />
            <location filename="../../app/canvas/shifting.py" />
            <location filename="../../graph/moving_edits.py" />
            <source>Move</source>
            <translation>移動</translation>
        </message>
        <message>
            <location filename="../../app/canvas/moving.py" />
            <source>Take {layers} off</source>
            <translation>取下 {layers}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/note_editor.py" />
            <source>Text of the note</source>
            <translation>註記的文字</translation>
        </message>
        <message>
            <location filename="../../app/canvas/note_editor.py" />
            <source>Write note</source>
            <translation>寫入註記</translation>
        </message>
        <message>
            <location filename="../../app/canvas/note_gestures.py" />
            <source>Resize note</source>
            <translation>調整註記大小</translation>
        </message>
        <message>
            <location filename="../../app/canvas/problem_bubble.py" />
            <source>What is wrong here</source>
            <translation>這裡的問題</translation>
        </message>
        <message>
            <location filename="../../app/canvas/rerouting.py" />
            <source>Lead wire</source>
            <translation>引導連線</translation>
        </message>
        <message>
            <location filename="../../app/canvas/tidying.py" />
            <source>Tidy up</source>
            <translation>整理</translation>
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <source>Canvas</source>
            <translation>畫布</translation>
        </message>
        <message>
            <location filename="../../app/canvas/wire_rules.py" />
            <source>Reconnect</source>
            <translation>重新連接</translation>
        </message>
        <message>
            <location filename="../../app/canvas_pane.py" />
            <source>Drag a layer from the left, or press Tab and type its name.</source>
            <translation>從左邊拖曳一層進來，或按 Tab 並輸入它的名稱。</translation>
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>from {layers}</source>
            <translation>來自 {layers}</translation>
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>to {layers}</source>
            <translation>通往 {layers}</translation>
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>waits for {layer}</source>
            <translation>等待 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;No Colour</source>
            <translation>無顏色(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Red</source>
            <translation>紅色(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Orange</source>
            <translation>橙色(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Yellow</source>
            <translation>黃色(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Green</source>
            <translation>綠色(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Teal</source>
            <translation>藍綠色(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Blue</source>
            <translation>藍色(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Purple</source>
            <translation>紫色(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>Gra&amp;y</source>
            <translation>灰色(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Type what you want to do</source>
            <translation>輸入您想做的事</translation>
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Nothing is called so</source>
            <translation>沒有這樣的命令</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>They are lost if you do not save them.</source>
            <translation>若不儲存，這些變更將會遺失。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>Open project</source>
            <translation>開啟專案</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>Save the changes to {name}?</source>
            <translation>要儲存對 {name} 的變更嗎？</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Layers, outline and history</source>
            <translation>層、大綱與歷程</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Below the canvas</source>
            <translation>畫布下方</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Toolbar</source>
            <translation>工具列</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Layers</source>
            <translation>層</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Outline</source>
            <translation>大綱</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/history.py" />
            <source>History</source>
            <translation>歷程</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/main_window.py" />
            <location filename="../../app/panels/problem_list.py" />
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/source_view.py" />
            <source>Source</source>
            <translation>原始碼</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Probe</source>
            <translation>探測</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>Data</source>
            <translation>資料</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Inspector</source>
            <translation>檢視器</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Problems, Source, Training, Probe, Data, Model</source>
            <translation>問題、原始碼、訓練、探測、資料、模型</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Paste</source>
            <translation>貼上</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Add {name}</source>
            <translation>新增 {name}</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not pasted: {words}. What can be pasted are copied layers, and the text of a project.</source>
            <translation>未貼上：{words}。可以貼上的是複製的層，以及專案的文字。</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not pasted: line {line} of the text: {words}.</source>
            <translation>未貼上：文字第 {line} 行：{words}。</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Paste and wire</source>
            <translation>貼上並連線</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Duplicate</source>
            <translation>再製</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not wired: {words}</source>
            <translation>未連線：{words}</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export source</source>
            <translation>匯出原始碼</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/file_handling.py" />
            <source>Python (*.py)</source>
            <translation>Python (*.py)</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export training script</source>
            <translation>匯出訓練程式</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export features</source>
            <translation>匯出特徵</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export picture</source>
            <translation>匯出圖片</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Pictures (*.png *.svg)</source>
            <translation>圖片 (*.png *.svg)</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>No layer is selected</source>
            <translation>沒有選取任何層</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Select the layers whose output you want.</source>
            <translation>請選取您想要其輸出的層。</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>There is no source yet</source>
            <translation>還沒有原始碼</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/python_code.py" />
            <source>The file was not written</source>
            <translation>檔案未寫入</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>The picture was not written</source>
            <translation>圖片未寫入</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/python_code.py" />
            <source>Wrote {file}</source>
            <translation>已寫入 {file}</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>The network imports {file} itself; export under another name.</source>
            <translation>網路本身會匯入 {file}；請以其他名稱匯出。</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>{file} was not laid beside it</source>
            <translation>未將 {file} 放在旁邊</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Another {file} is there already; export into another folder.</source>
            <translation>那裡已有另一個 {file}；請匯出到其他資料夾。</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Layerloom projects (*.loom.yaml);;YAML files (*.yaml *.yml);;All files (*)</source>
            <translation>Layerloom 專案 (*.loom.yaml);;YAML 檔案 (*.yaml *.yml);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <location filename="../../app/panels/python_part.py" />
            <source>Choose a Python file</source>
            <translation>選擇 Python 檔案</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Save project</source>
            <translation>儲存專案</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>This file was not opened</source>
            <translation>未開啟此檔案</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>The project was not saved</source>
            <translation>專案未儲存</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>Find</source>
            <translation>尋找</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>Found nowhere</source>
            <translation>找不到</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>block</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <location filename="../../app/panels/block_page.py" />
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/note_field.py" />
            <source>Note</source>
            <translation>註記</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>it is too long</source>
            <translation>文字太長</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>a project file holds no data</source>
            <translation>專案檔不含資料</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>it has no layers</source>
            <translation>其中沒有層</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>they stand under nodes:</source>
            <translation>層應寫在 nodes: 之下</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>write - image.output -&gt; conv1.input</source>
            <translation>請寫成 - image.output -&gt; conv1.input</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>layers stand under nodes:</source>
            <translation>層應寫在 nodes: 之下</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>it says no layers</source>
            <translation>其中沒有描述任何層</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>{key} is no list of wires</source>
            <translation>{key} 不是連線的清單</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>there is no key {key}</source>
            <translation>沒有 {key} 這個鍵</translation>
        </message>
        <message>
            <location filename="../../app/handlers.py" />
            <source>Undo {step}</source>
            <translation>復原{step}</translation>
        </message>
        <message>
            <location filename="../../app/handlers.py" />
            <source>Redo {step}</source>
            <translation>重做{step}</translation>
        </message>
        <message>
            <location filename="../../app/help.py" />
            <source>Draw a neural network, see every shape while you wire, train it, and take away clean PyTorch.

Apache License 2.0. Built on PyTorch, Qt for Python, networkx, pyqtgraph and pytorch-ignite.</source>
            <translation>畫出神經網路，連線時就看到每個形狀，訓練它，並帶走乾淨的 PyTorch 程式碼。

Apache License 2.0。建構於 PyTorch、Qt for Python、networkx、pyqtgraph 與 pytorch-ignite。</translation>
        </message>
        <message>
            <location filename="../../app/inspecting.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Last of the run</source>
            <translation>執行的最後結果</translation>
        </message>
        <message>
            <location filename="../../app/inspecting.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Best of the run</source>
            <translation>執行的最佳結果</translation>
        </message>
        <message>
            <location filename="../../app/key_field.py" />
            <source>Press keys</source>
            <translation>請按下按鍵</translation>
        </message>
        <message>
            <location filename="../../app/key_field.py" />
            <source>Shortcut of {command}</source>
            <translation>{command}的快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>moves the selection</source>
            <translation>會移動選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>moves the selection far</source>
            <translation>會大幅移動選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>searches for a layer; held, it lets the mouse move the canvas</source>
            <translation>會搜尋層；按住時可用滑鼠移動畫布</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>opens what is selected</source>
            <translation>會開啟選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>lets go</source>
            <translation>會取消</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>searches for a layer; elsewhere it goes to the next field</source>
            <translation>會搜尋層；在其他地方則前往下一個欄位</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>goes to the field before</source>
            <translation>會前往上一個欄位</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>{keys} {does}; choose others.</source>
            <translation>{keys} {does}；請選擇其他按鍵。</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Weights (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>權重 (*.safetensors *.pt *.pth);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Load weights</source>
            <translation>載入權重</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Look at weights</source>
            <translation>查看權重</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Tables of names (*.txt *.yaml *.yml);;All files (*)</source>
            <translation>名稱對照表 (*.txt *.yaml *.yml);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Table of names</source>
            <translation>名稱對照表</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Training starts from {file}</source>
            <translation>訓練將從 {file} 開始</translation>
        </message>
        <message>
            <location filename="../../app/look_commands.py" />
            <source>Add note</source>
            <translation>新增註記</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <location filename="../../app/train_button.py" />
            <source>Resume</source>
            <translation>繼續</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <location filename="../../app/train_button.py" />
            <source>Pause</source>
            <translation>暫停</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Problems  {count}</source>
            <translation>問題  {count}</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Saved {file}</source>
            <translation>已儲存 {file}</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Back to the default</source>
            <translation>還原為預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Advanced</source>
            <translation>進階</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Make {name} an argument of the block</source>
            <translation>將 {name} 設為區塊的引數</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Back to {value}</source>
            <translation>還原為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>the default</source>
            <translation>預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>width</source>
            <translation>width</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Name of a new argument</source>
            <translation>新引數的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Default of the new argument</source>
            <translation>新引數的預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/palette.py" />
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>give it a value</source>
            <translation>請給它一個值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../graph/style.py" />
            <source>Arguments</source>
            <translation>引數</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Name of the argument {name}</source>
            <translation>引數 {name} 的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Default of {name}</source>
            <translation>{name} 的預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Remove {name}</source>
            <translation>移除 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>{value} here</source>
            <translation>此處為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>there is an argument {name} already</source>
            <translation>已有引數 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>{value} as it is looked at now</source>
            <translation>以目前查看的使用處為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <location filename="../../app/panels/block_page.py" />
            <source>Name of the block</source>
            <translation>區塊的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <location filename="../../app/panels/palette.py" />
            <location filename="../../graph/recoloring.py" />
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <source>Dissolve</source>
            <translation>拆解</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/block_head.py" />
            <source>used {n} times</source>
            <translation>
                <numerusform>使用 {n} 次</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <source>Block</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>What is this block for?</source>
            <translation>這個區塊的用途是什麼？</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <location filename="../../graph/block_edits.py" />
            <source>Remove block</source>
            <translation>移除區塊</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Not used yet: drag it out of the palette.</source>
            <translation>尚未使用：請從層面板拖曳出來。</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Used by {uses}.</source>
            <translation>由 {uses} 使用。</translation>
        </message>
        <message>
            <location filename="../../app/panels/color_row.py" />
            <source>Colour</source>
            <translation>顏色</translation>
        </message>
        <message>
            <location filename="../../app/panels/color_row.py" />
            <source>Colour: {color}</source>
            <translation>顏色：{color}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/data_panel.py" />
            <source>{n} samples</source>
            <translation>
                <numerusform>{n} 個樣本</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/data_panel.py" />
            <source>{n} classes: {names}</source>
            <translation>
                <numerusform>{n} 個類別：{names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Fit the inputs to the data</source>
            <translation>讓輸入符合資料</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Samples</source>
            <translation>樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Fit inputs to the data</source>
            <translation>讓輸入符合資料</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>input {shape}</source>
            <translation>輸入 {shape}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>No data</source>
            <translation>沒有資料</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Too large to be shown here.</source>
            <translation>太大，無法在此顯示。</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>target {shape}</source>
            <translation>目標 {shape}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Set Input to {shapes}</source>
            <translation>將 Input 設為 {shapes}</translation>
        </message>
        <message>
            <location filename="../../app/panels/field_box.py" />
            <source>Write an expression</source>
            <translation>輸入運算式</translation>
        </message>
        <message>
            <location filename="../../app/panels/field_box.py" />
            <source>Make this an argument</source>
            <translation>將它設為引數</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>nn.Sequential with names</source>
            <translation>有名稱的 nn.Sequential</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>a class of its own</source>
            <translation>獨立的類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>nothing: a plain frame</source>
            <translation>無：純外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Put into a frame</source>
            <translation>放進外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Name of the frame</source>
            <translation>外框的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>What the frame becomes in code</source>
            <translation>外框在程式碼中變成什麼</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Whether the frame learns</source>
            <translation>外框是否學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <location filename="../../graph/framing.py" />
            <source>Remove frame</source>
            <translation>移除外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <location filename="../../graph/framing.py" />
            <source>Frame</source>
            <translation>外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>becomes</source>
            <translation>變成</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>{place} in state_dict</source>
            <translation>在 state_dict 中為 {place}</translation>
        </message>
        <message>
            <location filename="../../app/panels/histogram.py" />
            <source>Histogram of the values</source>
            <translation>數值的直方圖</translation>
        </message>
        <message>
            <location filename="../../app/panels/history.py" />
            <source>As it was opened</source>
            <translation>開啟時的狀態</translation>
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <location filename="../../app/panels/run_view.py" />
            <source>train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>valid</source>
            <translation>驗證</translation>
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>Curve of {name}</source>
            <translation>{name} 的曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>epoch {epoch}</source>
            <translation>週期 {epoch}</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Type</source>
            <translation>型別</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Shape</source>
            <translation>形狀</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Elements</source>
            <translation>元素數</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>Learns</source>
            <translation>學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../graph/style.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../graph/style.py" />
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Find a module or tensor</source>
            <translation>尋找模組或張量</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Where the values come from</source>
            <translation>數值的來源</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Copy the tree as text</source>
            <translation>將樹狀結構複製為文字</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Modules, parameters and buffers</source>
            <translation>模組、參數與緩衝區</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>At the start of training</source>
            <translation>訓練開始時</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>From a file...</source>
            <translation>從檔案...</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>zeros</source>
            <translation>零</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>smallest</source>
            <translation>最小值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>largest</source>
            <translation>最大值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>mean</source>
            <translation>平均</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>deviation</source>
            <translation>標準差</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>norm</source>
            <translation>範數</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>not finite</source>
            <translation>非有限值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>values</source>
            <translation>數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>none are finite</source>
            <translation>沒有有限值</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>How often it stands there, in a row.</source>
            <translation>它在那裡連續出現幾次。</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>Whether it is there; else what arrives goes past it.</source>
            <translation>它是否存在；若否，輸入會直接通過。</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>Options</source>
            <translation>選項</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>The frame that it stands in.</source>
            <translation>它所在的外框。</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Weights</source>
            <translation>權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>What is this layer for?</source>
            <translation>這一層的用途是什麼？</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>PyTorch's documentation</source>
            <translation>PyTorch 的文件</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>Documentation</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>One moment: PyTorch is being asked.</source>
            <translation>請稍候：正在詢問 PyTorch。</translation>
        </message>
        <message>
            <location filename="../../app/panels/outline.py" />
            <source>Find in this network</source>
            <translation>在此網路中尋找</translation>
        </message>
        <message>
            <location filename="../../app/panels/outline.py" />
            <source>Layers of the network</source>
            <translation>網路的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Search layers</source>
            <translation>搜尋層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Layers by family</source>
            <translation>依類別排列的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/search/rows.py" />
            <source>Layers found</source>
            <translation>找到的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>A block of this project.</source>
            <translation>此專案的區塊。</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../graph/catalog/families.yaml" />
            <location filename="../../graph/style.py" />
            <source>Blocks</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Presets</source>
            <translation>預設組合</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/search/popup.py" />
            <source>No layer is called so</source>
            <translation>沒有這個名稱的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>No preset: {words}.</source>
            <translation>無法建立預設組合：{words}。</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/drawings.py" />
            <source>Picture of the output</source>
            <translation>輸出的圖片</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/drawings.py" />
            <source>Histogram</source>
            <translation>直方圖</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Numbers of the output</source>
            <translation>輸出的數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Which output is shown</source>
            <translation>顯示哪個輸出</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>View</source>
            <translation>檢視方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Range</source>
            <translation>範圍</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>variance</source>
            <translation>變異數</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Numbers</source>
            <translation>數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Kernels</source>
            <translation>卷積核</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>One range</source>
            <translation>同一範圍</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Each channel</source>
            <translation>各通道</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>{share} NaN or infinite</source>
            <translation>{share} 為 NaN 或無限大</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Mode</source>
            <translation>模式</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Live</source>
            <translation>即時</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run again after every edit</source>
            <translation>每次編輯後重新執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run again after every edit, as long as that is quick</source>
            <translation>每次編輯後重新執行，只要夠快</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>Run</source>
            <translation>執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run the network on the sample</source>
            <translation>以此樣本執行網路</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Nodes in the order in which they run</source>
            <translation>依執行順序排列的節點</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Choose a sample and press Run: then every node shows what it gives.</source>
            <translation>選擇樣本並按「執行」：每個節點就會顯示它的輸出。</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>{layer} is the first node that gives NaN or infinite numbers.</source>
            <translation>{layer} 是第一個輸出 NaN 或無限大的節點。</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Running</source>
            <translation>執行中</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Eval</source>
            <translation>評估</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/train_button.py" />
            <source>Train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>{milliseconds} ms</source>
            <translation>{milliseconds} 毫秒</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>target {target}</source>
            <translation>目標 {target}</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>prediction {prediction}</source>
            <translation>預測 {prediction}</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>the photograph that comes along, or a path</source>
            <translation>內附的照片，或一個路徑</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>a path</source>
            <translation>路徑</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Data set</source>
            <translation>資料集</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Random</source>
            <translation>隨機</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Typed</source>
            <translation>自行輸入</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>.npy file</source>
            <translation>.npy 檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Starting weights</source>
            <translation>起始權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Which Input it is for</source>
            <translation>給哪個 Input 使用</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Source of the sample</source>
            <translation>樣本的來源</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Number of the sample, or seed</source>
            <translation>樣本編號或隨機種子</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Split</source>
            <translation>分割</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Numbers or path</source>
            <translation>數值或路徑</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <location filename="../../app/probing.py" />
            <source>Choose a file</source>
            <translation>選擇檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Samples in a batch</source>
            <translation>批次中的樣本數</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>N auto</source>
            <translation>N 自動</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>One sample, or in train mode as many as statistics need</source>
            <translation>一個樣本；在訓練模式下則依統計所需的數量</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Sizes of open axes</source>
            <translation>未定軸的大小</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>seed </source>
            <translation>種子 </translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>no. </source>
            <translation>編號 </translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Validation</source>
            <translation>驗證</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Applies every fix that takes nothing of yours away, as one step</source>
            <translation>一步套用所有不會刪去你的內容的修正</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Fix All That Is Safe</source>
            <translation>修正所有可放心修正的問題</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <location filename="../../app/problem_commands.py" />
            <source>No problems.</source>
            <translation>沒有問題。</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Nothing has been checked yet.</source>
            <translation>尚未檢查。</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>{n} more</source>
            <translation>還有 {n} 個</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_row.py" />
            <source>Follows from the missing Input</source>
            <translation>由缺少的 Input 引起</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/problem_row.py" />
            <source>The cause: {n} layers wait for it: {names}</source>
            <translation>
                <numerusform>起因：有 {n} 層在等它：{names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_row.py" />
            <source>Follows from {cause}</source>
            <translation>由 {cause} 引起</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Name of the project</source>
            <translation>專案的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Initialization</source>
            <translation>初始化</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Select a layer to see and change what it does. Drag one from the left to add it.</source>
            <translation>選取一層以查看並更改它的作用。從左邊拖曳一層即可新增。</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>In</source>
            <translation>輸入</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>Out</source>
            <translation>輸出</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Code may do whatever you may do on this computer. Read it first; it stays trusted until one letter of it changes.</source>
            <translation>程式碼可以在這台電腦上做任何您能做的事。請先閱讀；它會一直受信任，直到有任何一個字元改變。</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trusted as it is: it runs when shapes are asked for and when the network is trained.</source>
            <translation>以目前的內容受信任：查詢形狀與訓練網路時會執行它。</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Not trusted: nothing in this file has been run.</source>
            <translation>未受信任：此檔案中的任何內容都沒有執行過。</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Class or function</source>
            <translation>類別或函式</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trust this file</source>
            <translation>信任此檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Edit the file</source>
            <translation>編輯檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Create it</source>
            <translation>建立檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trust it no longer</source>
            <translation>不再信任</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>What stands in the file</source>
            <translation>檔案的內容</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>none yet</source>
            <translation>尚無</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>A later rule beats an earlier one; what a layer says beats all.</source>
            <translation>後面的規則優先於前面的；層本身的設定優先於一切。</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Add a rule</source>
            <translation>新增規則</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>what the rule means</source>
            <translation>規則所指的權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>every layer, or Conv*, Linear, normalization</source>
            <translation>每一層，或 Conv*, Linear, normalization</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>every parameter, or weight, bias</source>
            <translation>每個參數，或 weight, bias</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>everywhere, or encoder.*</source>
            <translation>所有地方，或 encoder.*</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Rule {number}</source>
            <translation>規則 {number}</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Remove rule {number}</source>
            <translation>移除規則 {number}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>training on {device}: {samples} samples, {validation} to validate, {parameters} parameters, seed {seed}</source>
            <translation>在 {device} 上訓練：{samples} 個樣本，{validation} 個用於驗證，{parameters} 個參數，種子 {seed}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>epoch {epoch}: {metrics}, {seconds} s</source>
            <translation>週期 {epoch}：{metrics}，{seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Nothing has been trained yet.</source>
            <translation>尚未訓練。</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>The document has changed since this run.</source>
            <translation>這次執行之後，文件已有變更。</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Log</source>
            <translation>記錄</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Starting: PyTorch is being loaded.</source>
            <translation>啟動中：正在載入 PyTorch。</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>paused</source>
            <translation>已暫停</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>goes on</source>
            <translation>繼續</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>validation</source>
            <translation>驗證</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Curves</source>
            <translation>曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>rate {rate}</source>
            <translation>學習率 {rate}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>learning rate is now {rate}</source>
            <translation>學習率現在是 {rate}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Paused. {progress}</source>
            <translation>已暫停。{progress}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>checkpoint {file}</source>
            <translation>檢查點 {file}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>done: {metrics}</source>
            <translation>完成：{metrics}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>{count} samples/s</source>
            <translation>每秒 {count} 個樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/selection_page.py" />
            <source>Selected layers</source>
            <translation>選取的層</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/selection_page.py" />
            <source>{n} layers selected</source>
            <translation>
                <numerusform>已選取 {n} 層</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>In state_dict</source>
            <translation>在 state_dict 中</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>activations</source>
            <translation>啟動值</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>buffers</source>
            <translation>緩衝區</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>Costs</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>for {basis}</source>
            <translation>以{basis}計</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Copy the source</source>
            <translation>複製原始碼</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Export the source to a file</source>
            <translation>將原始碼匯出到檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>How the source is written (F4)</source>
            <translation>原始碼的寫法 (F4)</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Style</source>
            <translation>風格</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Copied</source>
            <translation>已複製</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/source_view.py" />
            <source>Python, {n} lines</source>
            <translation>
                <numerusform>Python，{n} 行</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Not current: {why}</source>
            <translation>不是最新的：{why}</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>a number</source>
            <translation>一個數</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <location filename="../../graph/style.py" />
            <source>numbers</source>
            <translation>多個數</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>an array from a file</source>
            <translation>檔案中的陣列</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>Its name beside the project: .npy, .npz or .safetensors</source>
            <translation>專案旁的檔名：.npy、.npz 或 .safetensors</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>Which array of the file</source>
            <translation>檔案中的哪個陣列</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>as PyTorch does</source>
            <translation>依 PyTorch 的方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>How {name} starts</source>
            <translation>{name} 的起始方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>not stepped</source>
            <translation>不逐步</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>axis {axis}</source>
            <translation>軸 {axis}</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>The axis that holds the steps; without it the layer runs once, on the whole.</source>
            <translation>存放各步的軸；沒有它，這一層會對整體執行一次。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>From the last step to the first; what comes out keeps its places.</source>
            <translation>從最後一步到第一步；輸出的位置不變。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>start of {state}</source>
            <translation>{state} 的起始值</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>What a step is given here: its part, the whole, or what the step before gave.</source>
            <translation>每一步在此得到的內容：它的部分、整體，或前一步的輸出。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>Sizes of the zeros that {state} starts from where nothing is wired to it.</source>
            <translation>沒有連線到 {state} 時，它起始用的零張量大小。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>Steps through time</source>
            <translation>沿時間逐步執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>One parameter in common</source>
            <translation>共用一個參數</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>its own</source>
            <translation>自己的</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>Whose {name} it is</source>
            <translation>是誰的 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>that of {layer}</source>
            <translation>{layer} 的</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>When the rate changes</source>
            <translation>學習率何時改變</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Samples in one step</source>
            <translation>每一步的樣本數</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Fraction held out to validate with</source>
            <translation>保留作為驗證的比例</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>standard: mean 0, deviation 1; unit: 0 to 1</source>
            <translation>standard：平均 0、標準差 1；unit：0 到 1</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>One row of numbers per sample</source>
            <translation>每個樣本為一列數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Leave out a batch that is not full</source>
            <translation>捨棄未滿的批次</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Draws the split</source>
            <translation>決定如何分割</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Times that all samples are seen</source>
            <translation>看過所有樣本的次數</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Same file, same seed: same curve</source>
            <translation>相同檔案、相同種子：相同曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>auto, cpu, cuda, cuda:1, mps</source>
            <translation>auto、cpu、cuda、cuda:1、mps</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Optimizer</source>
            <translation>最佳化器</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Schedule</source>
            <translation>排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Start from drawn weights</source>
            <translation>從隨機權重開始</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>names of its own</source>
            <translation>自己的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Choose {type}</source>
            <translation>選擇 {type}</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>no schedule</source>
            <translation>無排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Starts from</source>
            <translation>起始於</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>{file}, matched by {how}</source>
            <translation>{file}，依 {how} 對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Remove schedule</source>
            <translation>移除排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>{has} does not fit {wants}</source>
            <translation>{has} 與 {wants} 不符</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Which tensor goes where</source>
            <translation>哪個張量放到哪裡</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>One moment: the file is being read.</source>
            <translation>請稍候：正在讀取檔案。</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Tensors of the network and of the file</source>
            <translation>網路與檔案中的張量</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Start from these weights</source>
            <translation>從這些權重開始</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by name</source>
            <translation>依名稱對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by order</source>
            <translation>依順序對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by a table of names...</source>
            <translation>依名稱對照表對應...</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Network</source>
            <translation>網路</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>What happens</source>
            <translation>結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>missing in the file</source>
            <translation>檔案中缺少</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>not used</source>
            <translation>未使用</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>loaded</source>
            <translation>已載入</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by {file}</source>
            <translation>依 {file} 對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>learns</source>
            <translation>學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>frozen</source>
            <translation>凍結</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>frozen, in eval mode</source>
            <translation>凍結，評估模式</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Whose layer it is</source>
            <translation>是誰的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Whether it learns</source>
            <translation>是否學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>shares the weights of</source>
            <translation>共用權重的對象</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Freeze</source>
            <translation>凍結</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <location filename="../../graph/project_edits.py" />
            <source>Change initialization</source>
            <translation>更改初始化</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>no other layer</source>
            <translation>沒有其他層</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Share a parameter</source>
            <translation>共用參數</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>it</source>
            <translation>它</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>{name} starts</source>
            <translation>{name} 的起始</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Networks in which it was used keep what came of it.</source>
            <translation>使用過它的網路會保留由它產生的內容。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Remove It</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>The folder of presets cannot be written ({reason}).</source>
            <translation>無法寫入預設組合的資料夾（{reason}）。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Remove the preset {name}?</source>
            <translation>要移除預設組合 {name} 嗎？</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Kept as the preset {name}.</source>
            <translation>已保留為預設組合 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>There is no preset {name} any more.</source>
            <translation>預設組合 {name} 已不存在。</translation>
        </message>
        <message>
            <location filename="../../app/probe_client.py" />
            <source>the probe's process ended unexpectedly, perhaps for want of memory; choose a smaller sample or batch</source>
            <translation>探測的行程意外結束，可能是記憶體不足；請選擇較小的樣本或批次</translation>
        </message>
        <message>
            <location filename="../../app/probe_client.py" />
            <source>what the probe told cannot be read; run it again</source>
            <translation>無法讀取探測的結果；請重新執行</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)</source>
            <translation>圖片 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>NumPy arrays (*.npy);;All files (*)</source>
            <translation>NumPy 陣列 (*.npy);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>There is no run yet: train first.</source>
            <translation>還沒有執行過：請先訓練。</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>The network has changed since this probe.</source>
            <translation>這次探測之後，網路已有變更。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/problem_commands.py" />
            <source>{n} problems fixed</source>
            <translation>
                <numerusform>已修正 {n} 個問題</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>Problem {index} of {count}</source>
            <translation>第 {index} 個問題，共 {count} 個</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>Nothing here can be mended without you: choose a fix.</source>
            <translation>沒有可以自動修正的問題：請選擇一項修正。</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>{n} left</source>
            <translation>還剩 {n} 個</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>none is left</source>
            <translation>沒有剩下的問題</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>{fixed}, {rest}</source>
            <translation>{fixed}，{rest}</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Save the project first</source>
            <translation>請先儲存專案</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Its Python files lie in the folder of the project.</source>
            <translation>它的 Python 檔案位於專案的資料夾中。</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>This file cannot be used</source>
            <translation>無法使用此檔案</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>This was not remembered</source>
            <translation>未能記住此設定</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>{file} could not be opened</source>
            <translation>無法開啟 {file}</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Copied {file} into the folder of the project</source>
            <translation>已將 {file} 複製到專案的資料夾</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>another {file} is in the folder of the project already</source>
            <translation>專案的資料夾中已有另一個 {file}</translation>
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <location filename="../../app/train_button.py" />
            <source>Starting</source>
            <translation>啟動中</translation>
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <source>Epoch {epoch} of {epochs}, {time} left</source>
            <translation>週期 {epoch}／{epochs}，剩餘 {time}</translation>
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <source>Epoch {epoch} of {epochs}</source>
            <translation>週期 {epoch}／{epochs}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/running.py" />
            <source>{n} problems have to be solved before training: {first}</source>
            <translation>
                <numerusform>訓練前有 {n} 個問題須解決：{first}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>Nothing is trained with code that is not trusted: {why}</source>
            <translation>不會以未受信任的程式碼訓練：{why}</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>There is no network to train yet.</source>
            <translation>還沒有可訓練的網路。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>There is no run yet.</source>
            <translation>還沒有執行過。</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it here</source>
            <translation>按 Enter 新增於此</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it after these {n}</source>
            <translation>按 Enter 新增於這 {n} 個之後</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it after {layer}</source>
            <translation>按 Enter 新增於 {layer} 之後</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it before {layer}</source>
            <translation>按 Enter 新增於 {layer} 之前</translation>
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>Add a layer: conv 64 3 s2</source>
            <translation>新增層：conv 64 3 s2</translation>
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>The card's line</source>
            <translation>卡片上的文字</translation>
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>What may follow</source>
            <translation>接下來可輸入的內容</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move the selection, with Shift farther</source>
            <translation>移動選取的部分，按 Shift 移動更遠</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Arrow keys</source>
            <translation>方向鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Search for a layer to add</source>
            <translation>搜尋要新增的層</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Tab or Space</source>
            <translation>Tab 或空白鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move the canvas</source>
            <translation>移動畫布</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Space and drag</source>
            <translation>空白鍵並拖曳</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Take a layer off its wires</source>
            <translation>從連線上取下一層</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Alt and drag</source>
            <translation>Alt 並拖曳</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move freely, off the grid</source>
            <translation>不貼齊格線，自由移動</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Drag, then Ctrl</source>
            <translation>拖曳後按 Ctrl</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Cut wires</source>
            <translation>切斷連線</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Ctrl and drag with the right button</source>
            <translation>Ctrl 並以右鍵拖曳</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Zoom</source>
            <translation>縮放</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Wheel</source>
            <translation>滾輪</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Open what is selected</source>
            <translation>開啟選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Let go; out of a block</source>
            <translation>取消；離開區塊</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Keyboard shortcuts</source>
            <translation>鍵盤快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Find a command or its keys</source>
            <translation>尋找命令或按鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Use It Here</source>
            <translation>用在這裡</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Leave It</source>
            <translation>保持不變</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Reset All</source>
            <translation>全部重設</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>On the canvas</source>
            <translation>在畫布上</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>{keys} is the shortcut of {command}.</source>
            <translation>{keys} 是{command}的快速鍵。</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Click on keys, then press others. Delete leaves none.</source>
            <translation>點一下按鍵，再按下其他按鍵。按 Delete 則不留快速鍵。</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Reset the shortcut of {command}</source>
            <translation>重設{command}的快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Leave {name} without a shortcut</source>
            <translation>不為{name}設定快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Press the keys for {command}, or Esc.</source>
            <translation>請按下{command}的按鍵，或按 Esc。</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Show problems</source>
            <translation>顯示問題</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Device to train on</source>
            <translation>用於訓練的裝置</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>For {basis}</source>
            <translation>以{basis}計</translation>
        </message>
        <message>
            <location filename="../../app/train_button.py" />
            <source>Stopping</source>
            <translation>停止中</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly.</source>
            <translation>訓練行程意外結束。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (it was killed, perhaps for want of memory).</source>
            <translation>訓練行程意外結束（被強制終止，可能是記憶體不足）。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (it crashed).</source>
            <translation>訓練行程意外結束（當機）。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (exit status {code}).</source>
            <translation>訓練行程意外結束（結束代碼 {code}）。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process is not responding</source>
            <translation>訓練行程沒有回應</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>There is no checkpoint yet.</source>
            <translation>還沒有檢查點。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/training_client.py" />
            <source>Trained {n} epochs.</source>
            <translation>
                <numerusform>已訓練 {n} 個週期。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Stopped in epoch {epoch}.</source>
            <translation>在週期 {epoch} 停止。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The last checkpoint is {file}.</source>
            <translation>最後的檢查點是 {file}。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Stopped; the training process had to be ended.</source>
            <translation>已停止；必須強制結束訓練行程。</translation>
        </message>
        <message>
            <location filename="../../app/undo.py" />
            <source>Nudge</source>
            <translation>微移</translation>
        </message>
        <message>
            <location filename="../../app/window_menus.py" />
            <source>Introduction</source>
            <translation>入門</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} parameters</source>
            <translation>
                <numerusform>{n} 個參數</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} layers</source>
            <translation>
                <numerusform>{n} 層</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>no layers</source>
            <translation>沒有層</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} problems</source>
            <translation>
                <numerusform>{n} 個問題</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>no problems</source>
            <translation>沒有問題</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{time} h</source>
            <translation>{time} 小時</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{time} min</source>
            <translation>{time} 分</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{words}.</source>
            <translation>{words}。</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{count} FLOPs</source>
            <translation>{count} FLOPs</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{amount} kept</source>
            <translation>保留 {amount}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Rename argument to {new}</source>
            <translation>將引數重新命名為 {new}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Remove argument {name}</source>
            <translation>移除引數 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Make {name} an argument</source>
            <translation>將 {name} 設為引數</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>Dissolve {name}</source>
            <translation>拆解 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>Add block</source>
            <translation>新增區塊</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>Change block</source>
            <translation>更改區塊</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>Make block {name}</source>
            <translation>建立區塊 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>Remove block {block} and its uses</source>
            <translation>移除區塊 {block} 和所有使用處</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>Dissolve all uses of {block}</source>
            <translation>拆解 {block} 的所有使用處</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>Insert {type}</source>
            <translation>插入 {type}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Input and output</source>
            <translation>輸入與輸出</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Convolution</source>
            <translation>卷積</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Linear and embedding</source>
            <translation>線性與嵌入</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Normalization</source>
            <translation>正規化</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Activation</source>
            <translation>啟動函式</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Pooling and shape</source>
            <translation>池化與形狀</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Recurrent</source>
            <translation>循環</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Attention and transformers</source>
            <translation>注意力與 Transformer</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Regularization</source>
            <translation>正則化</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Functions</source>
            <translation>函式</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Losses</source>
            <translation>損失</translation>
        </message>
        <message>
            <location filename="../../graph/costs.py" />
            <source>a sample of {sizes}</source>
            <translation>一個樣本（{sizes}）</translation>
        </message>
        <message>
            <location filename="../../graph/costs.py" />
            <source>a sample</source>
            <translation>一個樣本</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>Change look</source>
            <translation>更改外觀</translation>
        </message>
        <message>
            <location filename="../../graph/mending.py" />
            <source>Fix all</source>
            <translation>全部修正</translation>
        </message>
        <message>
            <location filename="../../graph/muting.py" />
            <source>Mute {what}</source>
            <translation>略過 {what}</translation>
        </message>
        <message>
            <location filename="../../graph/muting.py" />
            <source>Unmute {what}</source>
            <translation>取消略過 {what}</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Edit</source>
            <translation>編輯</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Add layer</source>
            <translation>新增層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Remove layer</source>
            <translation>移除層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Connect</source>
            <translation>連線</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Disconnect</source>
            <translation>斷開連線</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Rename layer</source>
            <translation>重新命名層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Change layer</source>
            <translation>更改層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Change argument</source>
            <translation>更改引數</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Change option</source>
            <translation>更改選項</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Change frame</source>
            <translation>更改外框</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Change blocks</source>
            <translation>更改區塊</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Change training</source>
            <translation>更改訓練</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Change style</source>
            <translation>更改風格</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Rename project</source>
            <translation>重新命名專案</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Rename frame</source>
            <translation>重新命名外框</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Rename block</source>
            <translation>重新命名區塊</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Remove what has no meaning</source>
            <translation>移除沒有意義的內容</translation>
        </message>
        <message>
            <location filename="../../graph/python/choosing.py" />
            <source>Choose {name}</source>
            <translation>選擇 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>Collapse</source>
            <translation>收合</translation>
        </message>
        <message>
            <location filename="../../graph/sharing_edits.py" />
            <source>Share weights</source>
            <translation>共用權重</translation>
        </message>
        <message>
            <location filename="../../graph/sharing_edits.py" />
            <source>Share no weights</source>
            <translation>不共用權重</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Layers without weights</source>
            <translation>沒有權重的層</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Activations, pooling and the like as nn.ReLU() or as F.relu(x). What stands in a container stays a module, and so does Dropout.</source>
            <translation>啟動函式、池化等寫成 nn.ReLU() 或 F.relu(x)。容器中的仍為模組，Dropout 也是。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as modules</source>
            <translation>寫成模組</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as functions (F.relu)</source>
            <translation>寫成函式 (F.relu)</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>nn.Sequential</source>
            <translation>nn.Sequential</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>By index or by name: it is also what the keys of state_dict are called. A frame may say otherwise for itself.</source>
            <translation>依索引或依名稱：這也是 state_dict 的鍵名。各外框可自行另外指定。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by index</source>
            <translation>依索引</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by name (OrderedDict)</source>
            <translation>依名稱 (OrderedDict)</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by name (add_module)</source>
            <translation>依名稱 (add_module)</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by index; root as a class</source>
            <translation>依索引；最上層為類別</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>nn.Conv2d(1, 6, 5) or nn.Conv2d(in_channels=1, out_channels=6, kernel_size=5).</source>
            <translation>nn.Conv2d(1, 6, 5) 或 nn.Conv2d(in_channels=1, out_channels=6, kernel_size=5)。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as people write them</source>
            <translation>如一般人的寫法</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>all by name</source>
            <translation>全部寫出名稱</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>A block that is a chain and used once can be written where it is used.</source>
            <translation>只使用一次的鏈狀區塊可以直接寫在使用處。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>a class each</source>
            <translation>各為一個類別</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>in place, where used once</source>
            <translation>只用一次時寫在使用處</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Repeated layers</source>
            <translation>重複的層</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>How several equal layers or blocks in a row are built.</source>
            <translation>連續數個相同的層或區塊如何建立。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as a comprehension</source>
            <translation>以生成式</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as a loop</source>
            <translation>以迴圈</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by a _make_stage method</source>
            <translation>以 _make_stage 方法</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Shapes in comments</source>
            <translation>註解中的形狀</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>The shape that a line gives, at its end.</source>
            <translation>在行尾寫出該行輸出的形狀。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>with names of arguments</source>
            <translation>附引數名稱</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>none</source>
            <translation>無</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Type hints</source>
            <translation>型別提示</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>x: torch.Tensor, or just x.</source>
            <translation>x: torch.Tensor，或只寫 x。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Use auto</source>
            <translation>使用 auto</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Use the default {default}</source>
            <translation>使用預設值 {default}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Move wire</source>
            <translation>移動連線</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Rename argument</source>
            <translation>重新命名引數</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Add Input</source>
            <translation>新增 Input</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Add Output</source>
            <translation>新增 Output</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Move argument</source>
            <translation>移動引數</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Move option</source>
            <translation>移動選項</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>inputs: the network is asked for its own input (autoencoders)</source>
            <translation>inputs：要求網路還原自己的輸入（自編碼器）</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many samples</source>
            <translation>多少個樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>relative to the project's folder</source>
            <translation>相對於專案的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>deviation of the noise added</source>
            <translation>所加雜訊的標準差</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>the column to predict; default: the last</source>
            <translation>要預測的欄；預設為最後一欄</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>columns of the input, or a list of such lists for several inputs; default: the rest</source>
            <translation>輸入的欄；有多個輸入時為多個這樣的清單；預設為其餘各欄</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>columns to leave out</source>
            <translation>要略去的欄</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>whether the target is a class or a number</source>
            <translation>目標是類別還是數值</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>between values; auto finds comma, semicolon or tab</source>
            <translation>值之間的分隔符號；auto 會找出逗號、分號或定位字元</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>height and width every image is brought to</source>
            <translation>每張影像調整成的高與寬</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>one channel or three</source>
            <translation>一個或三個通道</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many bits</source>
            <translation>多少個位元</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many steps</source>
            <translation>多少步</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many spirals, each a class</source>
            <translation>多少條螺旋，各為一類</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>name of the array, or a list of names</source>
            <translation>陣列的名稱，或名稱的清單</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>name of the array to predict</source>
            <translation>要預測之陣列的名稱</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>the file of images, relative to the project</source>
            <translation>影像檔，相對於專案</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>the file of labels, relative to the project</source>
            <translation>標籤檔，相對於專案</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>MNIST-5k</source>
            <translation>MNIST-5k</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>5,000 real handwritten digits, 500 of each.</source>
            <translation>5,000 個真實手寫數字，每種 500 個。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Fashion-MNIST-10k</source>
            <translation>Fashion-MNIST-10k</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>10,000 pictures of clothes, 1,000 of each kind.</source>
            <translation>10,000 張衣物圖片，每種 1,000 張。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Digits 8x8</source>
            <translation>手寫數字 8x8</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>1,797 handwritten digits of 64 pixels.</source>
            <translation>1,797 個 64 像素的手寫數字。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Iris</source>
            <translation>鳶尾花</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Three kinds of iris by four measurements of 150 flowers.</source>
            <translation>依 150 朵花的四項測量值區分三種鳶尾花。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Wine</source>
            <translation>葡萄酒</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Three cultivars by thirteen chemical measurements of 178 wines.</source>
            <translation>依 178 種酒的十三項化學測量值區分三個品種。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Breast cancer</source>
            <translation>乳癌</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Malignant or benign, by thirty measurements of 569 samples of cells.</source>
            <translation>依 569 份細胞樣本的三十項測量值判斷惡性或良性。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Diabetes</source>
            <translation>糖尿病</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Progression after a year, from ten values of 442 patients.</source>
            <translation>依 442 位患者的十項數值預測一年後的病情進展。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Auto MPG</source>
            <translation>汽車油耗 (Auto MPG)</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Miles per gallon of 392 cars from their data sheets.</source>
            <translation>依規格預測 392 輛汽車每加侖可行駛的英里數。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two moons</source>
            <translation>雙半月</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two interleaved half circles.</source>
            <translation>兩個交錯的半圓。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two circles</source>
            <translation>雙圓</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A small circle inside a large one.</source>
            <translation>大圓中的小圓。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Spirals</source>
            <translation>螺旋</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Spiral arms around one centre.</source>
            <translation>圍繞同一中心的螺旋臂。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Exclusive or</source>
            <translation>互斥或 (XOR)</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Points at the corners of a square; equal corners are class 0.</source>
            <translation>正方形四角的點；相同的角為類別 0。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Parity</source>
            <translation>奇偶性</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Rows of bits: is the number of ones odd?</source>
            <translation>一列位元：1 的個數是否為奇數？</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Adding problem</source>
            <translation>加法問題</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>The sum of two marked numbers of a sequence.</source>
            <translation>序列中兩個標記數值的和。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Sine</source>
            <translation>正弦</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>One arch of a sine, with noise.</source>
            <translation>帶雜訊的一段正弦曲線。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>CSV table</source>
            <translation>CSV 表格</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A table with a header row; one column is the target.</source>
            <translation>有標題列的表格；其中一欄為目標。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Image folder</source>
            <translation>影像資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A folder with one subfolder of images per class.</source>
            <translation>每個類別各有一個影像子資料夾的資料夾。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>NumPy archive</source>
            <translation>NumPy 封存檔</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Arrays written with numpy.savez, samples along axis 0.</source>
            <translation>以 numpy.savez 寫入的陣列，樣本沿軸 0 排列。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>IDX files</source>
            <translation>IDX 檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>MNIST's own files, gzipped or not.</source>
            <translation>MNIST 自己的檔案，可為 gzip 壓縮。</translation>
        </message>
    </context>
</TS>
